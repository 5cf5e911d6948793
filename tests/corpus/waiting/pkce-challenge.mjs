import pkceChallenge, { generateChallenge, verifyChallenge } from "pkce-challenge";

const made = await pkceChallenge(64);
export const length = made.code_verifier.length;
export const verified = await verifyChallenge(made.code_verifier, made.code_challenge);
export const challenge = await generateChallenge("abcdefghijklmnopqrstuvwxyz0123456789abcdefghi");
export { generateChallenge as default };
console.log(length, verified, challenge);
