// Moments and durations as people read them, in their own time zone.

/** A moment to the minute. */
export function when(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return date.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

/** A day without its year, such as 28 Nov. `day` is a date alone, which has no time zone. */
export function dayName(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
}

/** Seconds as a clock shows them. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (number: number) => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return `${hours > 0 ? `${hours}:` : ""}${hours > 0 ? two(minutes) : minutes}:${two(whole % 60)}`;
}
