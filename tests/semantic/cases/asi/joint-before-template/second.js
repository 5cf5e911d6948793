`${console.log("second")}`
