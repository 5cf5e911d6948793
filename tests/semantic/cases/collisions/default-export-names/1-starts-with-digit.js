export default "digit";
