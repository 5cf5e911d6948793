console.log(010);
