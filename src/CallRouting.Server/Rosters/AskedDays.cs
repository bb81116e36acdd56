using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Rosters;

/// <summary>Days as requests name them, the last included.</summary>
internal static class AskedDays
{
    /// <param name="first">yyyy-MM-dd; left out: today.</param>
    /// <param name="last">yyyy-MM-dd; left out: so many days from the first, the first among them.</param>
    /// <returns>Null for what is no period, or longer than a roster is published for.</returns>
    public static DateInterval? Read(string? first, string? last, Instant now, int usually)
    {
        if ((first is null ? now.OsloDate() : Date(first)) is not { } begin)
        {
            return null;
        }
        return
            (last is null ? begin.PlusDays(usually - 1) : Date(last)) is { } end
            && begin <= end
            && Period.DaysBetween(begin, end) < PublishRules.MostDays
            ? new(begin, end)
            : null;
    }

    public static LocalDate? Date(string? text) => LocalDatePattern.Iso.Parse(text ?? "").TryGetValue(default, out var date) ? date : null;

    public static ProblemHttpResult Refused(string fields, string? first, string? last) =>
        Problems.BadInput(
            fields,
            $"\"{first}\" to \"{last}\" are no days.",
            $"Give dates such as 2027-01-01, the first not after the last, at most {PublishRules.MostDays} days."
        );
}
