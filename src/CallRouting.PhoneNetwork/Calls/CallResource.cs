using System.Globalization;
using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Calls;

/// <summary>A call as the REST API shows it (contract §1.5). The names are the provider's.</summary>
internal sealed record CallResource(
    string Sid,
    string AccountSid,
    string? ParentCallSid,
    string To,
    string ToFormatted,
    string From,
    string FromFormatted,
    string? PhoneNumberSid,
    string Status,
    string? StartTime,
    string? EndTime,
    string? Duration,
    string? Price,
    string PriceUnit,
    string Direction,
    string? AnsweredBy,
    string ApiVersion,
    string? ForwardedFrom,
    string? GroupSid,
    string? CallerName,
    string? QueueTime,
    string? TrunkSid,
    string DateCreated,
    string DateUpdated,
    string Uri,
    IReadOnlyDictionary<string, string> SubresourceUris
)
{
    /// <param name="seen">Where the call is, or was: what the API knows may be a little old.</param>
    /// <param name="queued">How long a fresh call waits in the provider's queue.</param>
    public static CallResource Of(Call call, CallMoment seen, string accountSid, TimeSpan queued = default)
    {
        var path = $"/2010-04-01/Accounts/{accountSid}/Calls/{call.Sid}";
        return new CallResource(
            call.Sid,
            accountSid,
            call.ParentSid,
            call.To,
            call.To,
            call.From,
            call.From,
            call.NumberSid,
            seen.Status.RestWord(),
            Time(seen.StartedAt),
            Time(seen.EndedAt),
            seen.Seconds?.ToString(CultureInfo.InvariantCulture),
            Price: null,
            "NOK",
            call.Direction.Word(),
            AnsweredBy: null,
            "2010-04-01",
            ForwardedFrom: null,
            GroupSid: null,
            CallerName: null,
            queued.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture),
            TrunkSid: null,
            Rfc2822.Of(call.CreatedAt),
            Rfc2822.Of(seen.At),
            path + ".json",
            new Dictionary<string, string> { ["notifications"] = path + "/Notifications.json", ["recordings"] = path + "/Recordings.json" }
        );
    }

    private static string? Time(DateTimeOffset? at) => at is { } time ? Rfc2822.Of(time) : null;
}
