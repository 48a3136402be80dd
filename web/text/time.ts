/** The time of day of a moment in seconds since 1970, in UTC: "09:00:12". */
export const timeOfDay = (at: number): string => new Date(at * 1000).toISOString().slice(11, 19)
