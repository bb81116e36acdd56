using System.Globalization;
using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Calls;

/// <summary>Which calls a list shows (contract §1.5). Days are UTC; "before" and "after" include the day itself.</summary>
internal sealed record CallFilter(string? To, string? From, string? Status, string? Parent, Days Start, Days End)
{
    public static CallFilter Read(RestFields fields) =>
        new(
            fields.Text("To"),
            fields.Text("From"),
            fields.Text("Status"),
            fields.Text("ParentCallSid"),
            Days.Read(fields, "StartTime"),
            Days.Read(fields, "EndTime")
        );

    /// <summary>The calls that match, each with where it is seen to be.</summary>
    public IEnumerable<(Call Call, CallMoment Seen)> Of(IEnumerable<Call> calls, DateTimeOffset asOf) =>
        from call in calls
        where (To is null || call.To == To) && (From is null || call.From == From) && (Parent is null || call.ParentSid == Parent)
        let seen = call.AsOf(asOf)
        where seen is not null && (Status is null || seen.Status.RestWord() == Status)
        where Start.Has(seen.StartedAt) && End.Has(seen.EndedAt)
        select (call, seen);
}

/// <summary>A range of days. A call that has no such time lies outside every range but the unlimited one.</summary>
internal sealed record Days(DateOnly? On, DateOnly? Before, DateOnly? After)
{
    public static Days Read(RestFields fields, string name) => new(Day(fields, name), Day(fields, name + "<"), Day(fields, name + ">"));

    public bool Has(DateTimeOffset? at)
    {
        if (On is null && Before is null && After is null)
            return true;
        return at is { } time
            && DateOnly.FromDateTime(time.UtcDateTime) is var day
            && (On is null || day == On)
            && (Before is null || day <= Before)
            && (After is null || day >= After);
    }

    private static DateOnly? Day(RestFields fields, string name)
    {
        if (fields.Text(name) is not { Length: > 0 } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new RestException(400, 20001, $"{name} is '{text}'; expected YYYY-MM-DD.");
    }
}
