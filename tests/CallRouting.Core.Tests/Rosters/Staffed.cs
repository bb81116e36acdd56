using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>A small office for tests: Kari and Per are primary and backup on weekdays, Liv leads.</summary>
internal static class Staffed
{
    public static readonly DutyLine Line = new(new("0104-general"), new UnitNumber("0104"), "Vakttelefon", IsGeneral: true);

    public static readonly Officer Kari = Officer("Kari", "+4710000001");
    public static readonly Officer Per = Officer("Per", "+4710000002");
    public static readonly Officer Liv = Officer("Liv", "+4710000003");

    public static LineRoster Roster { get; } = new([Kari, Per, Liv], [Primary(Kari), Backup(Per)], Liv, EscalationPolicy.Default, []);

    public static Officer Officer(string name, params string[] phones) =>
        new(name.ToLowerInvariant(), name, [.. phones.Select(phone => new PhoneNumber(phone))]);

    public static Shift Primary(Officer officer) => Weekday(officer, DutyRole.Primary);

    public static Shift Backup(Officer officer) => Weekday(officer, DutyRole.Backup);

    public static EscalationRung Rung(RungTarget rings) => new(rings, Duration.FromSeconds(20));

    public static EscalationPolicy Policy(params EscalationRung[] rungs) => new(rungs, 1, Duration.FromSeconds(120));

    private static Shift Weekday(Officer officer, DutyRole role) =>
        new(Line.Id, officer.Id, role, Weekdays.MondayToFriday, new LocalTime(9, 0), new LocalTime(15, 0), new LocalDate(2026, 1, 1));
}
