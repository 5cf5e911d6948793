Object.defineProperty(Object.prototype, "get", { value: undefined, configurable: true, writable: true });
Object.prototype.get = () => "polluted getter";
Object.prototype.set = () => "polluted setter";
Object.prototype.injected = "injected";
