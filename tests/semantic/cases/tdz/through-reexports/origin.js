import "./look.js";
export const value = "from origin";
