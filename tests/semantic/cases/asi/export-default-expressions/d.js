export default (a => "arrow")
