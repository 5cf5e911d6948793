const total = "early total";
for (let i = 0; i < 2; i++) console.log(total, i);
