const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "9 September 2020", "September 2020", "2020": a date as precise as it was given. */
export function citedDay(date: string): string {
  const [year, month, day] = date.split("-");
  const name = months[Number(month) - 1];
  return [day ? String(Number(day)) : null, name, year].filter(Boolean).join(" ");
}

/** Today on this device's calendar, as YYYY-MM-DD. */
export function localToday(now: Date): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
