// Ends the prelude for Node: the worker drives all through this object.
driver.begin = remember;
driver.onRejection = onRejection;
driver.reportFailure = reportFailure;
driver.fail = fail;
driver.Error = Error;
driver.SyntaxError = SyntaxError;
driver.TypeError = TypeError;
driver.parse = JSON.parse;
return driver;
