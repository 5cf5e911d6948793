export class C {
  kind = "old";
}
export default C;
export const changeC = () => (C = "new");
