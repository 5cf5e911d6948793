import config from "./config.json" with { type: "json" };
export const change = () => {
  config.value = "changed";
};
export const read = () => config;
