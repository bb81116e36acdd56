using CallRouting.Core.Calls;
using CallRouting.Server.Database;

namespace CallRouting.Server.Rosters;

/// <summary>The numbers that callers dial, and those of the municipalities' on-call services.</summary>
public sealed class NumberStore
{
    private const string Inbound = "select number, name, flow, entry, unit_number from inbound_numbers ";

    private const string Ours = Inbound + "where number in (@called, @first, @second, @third)";

    private const string Emergency = "select number from emergency_numbers where municipality_number = @municipalityNumber";

    private const string EveryEmergency = "select municipality_number, number from emergency_numbers";

    public async Task<IReadOnlyList<InboundNumber>> InboundNumbers(UnitOfWork unit) =>
        [.. (await unit.Query<InboundNumberRow>(Inbound + "order by position")).Select(row => row.Inbound())];

    /// <summary>What a number that was called stands for, or null: it is not ours.</summary>
    public async Task<InboundNumber?> InboundNumber(PhoneNumber number, UnitOfWork unit) =>
        (await unit.Find<InboundNumberRow>(Inbound + "where number = @number", new { number = number.E164 }))?.Inbound();

    /// <summary>Which of some numbers are ours, and what they stand for.</summary>
    /// <param name="asked">At most four.</param>
    public async Task<IReadOnlyList<InboundNumber>> OursAmong(IReadOnlyList<string> asked, UnitOfWork unit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(asked.Count, 4);
        var parts = new
        {
            called = asked.ElementAtOrDefault(0),
            first = asked.ElementAtOrDefault(1),
            second = asked.ElementAtOrDefault(2),
            third = asked.ElementAtOrDefault(3),
        };
        return asked.Count == 0 ? [] : [.. (await unit.Query<InboundNumberRow>(Ours, parts)).Select(row => row.Inbound())];
    }

    /// <summary>The on-call service for urgent social needs, or null: the municipality has none.</summary>
    public async Task<PhoneNumber?> EmergencyNumberOf(string municipalityNumber, UnitOfWork unit) =>
        await unit.Find<string>(Emergency, new { municipalityNumber }) is { } number ? new PhoneNumber(number) : null;

    /// <summary>All of them, by municipality number.</summary>
    public async Task<IReadOnlyDictionary<string, PhoneNumber>> EmergencyNumbers(UnitOfWork unit) =>
        (await unit.Query<(string Municipality, string Number)>(EveryEmergency)).ToDictionary(
            row => row.Municipality,
            row => new PhoneNumber(row.Number)
        );
}
