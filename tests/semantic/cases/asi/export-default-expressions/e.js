export default 1 /* comment */ + /* between */ 2 // trailing
