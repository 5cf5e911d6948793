export default class Thing { static own = Thing.name; }
