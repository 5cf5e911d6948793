export const x = Object.assign(() => {}, { x: "property x", toString: () => "dep" });
