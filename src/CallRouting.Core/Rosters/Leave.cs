using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>An officer is away (fravær) on every line. Why is nobody's business and is not stored.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, included.</param>
/// <param name="Hours">The hours that begin on those days; null: the days from midnight to midnight.</param>
public sealed record Leave(string Id, string OfficerId, LocalDate First, LocalDate Last, Decided Decided, WeekHours? Hours = null);
