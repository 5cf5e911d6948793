export const x = "ns x", y = "ns y", z = "ns z";
export const fn = (callback) => "ns fn " + callback();
