console.log(typeof Object, typeof Proxy, typeof Reflect, new TypeError("m").message, typeof Promise.resolve);
