"""Reads what extract-claims wrote, with nothing but the standard library.

    extract-claims news.jsonl --offsets codepoint > claims.ndjson
    extract-claims news.jsonl --offsets codepoint --format csv --out claims.csv
    python3 examples/python/claims.py news.jsonl claims.ndjson claims.csv

Python counts code points: with --offsets codepoint, text[start:end] is the quotation.
"""

import csv
import json
import sys
from collections import Counter


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def check(text, span):
    assert text[span["start"] : span["end"]] == span["text"], span


def main(news, ndjson, table):
    texts = {document["id"]: document.get("text", "") for document in read_lines(news)}

    for result in read_lines(ndjson):
        if "error" in result:
            print(f"{result['id']}: {result['error']['message']}")
            continue
        assert result["offsets"] == "codepoint"
        text = texts[result["id"]]
        for mention in result["mentions"]:
            check(text, mention)
        for claim in result["claims"]:
            check(text, claim["span"])
            if claim["type"] == "metric":
                figure = claim["figure"]
                print(result["id"], claim.get("subject", {}).get("text", ""), claim.get("metric", {}).get("text", ""), figure["value"], figure.get("unit", ""))

    # utf-8-sig also takes the byte order mark that --bom writes.
    with open(table, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        # A text that a spreadsheet would calculate stands behind an apostrophe.
        quoted = row["text"][1:] if row["text"][:1] == "'" and row["text"][1:2] in "=+-@＝＋－＠" else row["text"]
        assert texts[row["document"]][int(row["start"]) : int(row["end"])] == quoted, row
    print(", ".join(f"{kind} {count}" for kind, count in sorted(Counter(row["type"] for row in rows).items())))


if __name__ == "__main__":
    main(*sys.argv[1:4])
