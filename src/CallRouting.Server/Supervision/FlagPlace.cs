using System.Globalization;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Supervision;

/// <summary>A place in the list of flags. As text it is handed out with each flag, and taken back to go on from there.</summary>
public readonly record struct FlagPlace(int Place, Instant RaisedAt, string Id)
{
    private const char Between = '~';

    public static FlagPlace BeforeAll { get; } = new(-1, NodaConstants.UnixEpoch, "");

    public static FlagPlace Of(FlagRow row) => new(row.Place, row.RaisedAt, row.Id);

    /// <summary>Null for what was never handed out.</summary>
    public static FlagPlace? Read(string text) =>
        text.Split(Between) is [var place, var at, { Length: > 0 and <= 36 } id]
        && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
        && microseconds <= MostMicroseconds
            ? new(number, ColumnTypes.OfMicroseconds(microseconds), id)
            : null;

    // The end of the year 9999.
    private const long MostMicroseconds = 253_402_300_799_000_000;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Place}{Between}{RaisedAt.Microseconds()}{Between}{Id}");
}
