export let digits = 2;

export function setDigits(value) {
  digits = value;
}

export function format(area) {
  return `${area.toFixed(digits)} m²`;
}
