export { addDocuments, type Added, type AddOptions } from "./queue/producer.js";
export { startWorker, type QueueWorker, type WorkOptions } from "./queue/worker.js";
export { directorySink, streamSink, type ResultSink } from "./queue/sink.js";
export { jobId, JobError, type JobData, type QueueDocument } from "./queue/job.js";
export { parseRedisUrl, type RedisAddress } from "./queue/address.js";
