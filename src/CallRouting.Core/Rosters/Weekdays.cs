using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>A set of weekdays.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    MondayToFriday = Monday | Tuesday | Wednesday | Thursday | Friday,
    All = MondayToFriday | Saturday | Sunday,
}

public static class WeekdaysExtensions
{
    public static bool Include(this Weekdays days, IsoDayOfWeek day) => days.HasFlag(Of(day));

    public static Weekdays Of(IsoDayOfWeek day) =>
        day == IsoDayOfWeek.None
            ? throw new ArgumentOutOfRangeException(nameof(day), day, "Monday to Sunday.")
            : (Weekdays)(1 << ((int)day - 1));
}
