class AppError extends Error {}
console.log(AppError.name, new AppError("m").toString());
