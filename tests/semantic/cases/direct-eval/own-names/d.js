let secret = 'theirs';
export default function () { return eval('secret') }
