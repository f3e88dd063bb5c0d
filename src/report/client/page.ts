import { mount } from "./view.js";

document.documentElement.classList.add("script");
mount(document.body);
