const /* 😀 */ x = "😀", 𝒳 = x + /[😀]/u.source; export { 𝒳, /* 😀😀 */ x as y }; let y = "😀y";
