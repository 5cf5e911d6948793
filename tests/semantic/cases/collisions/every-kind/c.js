class x {}
export const read = () => x.name + " class";
