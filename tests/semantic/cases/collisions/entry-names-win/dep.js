let state = "dep state";
export const helper = () => state;
