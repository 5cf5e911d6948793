sharedList.push("use");
