console.log("title");
export const title = "Title";
