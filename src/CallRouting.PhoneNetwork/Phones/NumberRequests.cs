using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>What the REST API does with the account's numbers (contract §1.10). Runs on the loop.</summary>
internal sealed class NumberRequests(PhoneBook phones, TimeProvider clock, NetworkOptions options)
{
    public object Fetch(string sid) => Show(Find(sid));

    public IReadOnlyDictionary<string, object?> List(RestFields fields)
    {
        var (number, name) = (fields.Text("PhoneNumber"), fields.Text("FriendlyName"));
        var matching = phones.InboundNumbers.Where(n =>
            (number is null || n.PhoneNumber == number) && (name is null || n.FriendlyName == name)
        );
        return Paging.Page(fields, "incoming_phone_numbers", matching, n => n.Sid, Show);
    }

    public object Update(string sid, RestFields fields)
    {
        var number = Find(sid);
        var (voice, fallback, status) = (
            Address(fields, "VoiceUrl"),
            Address(fields, "VoiceFallbackUrl"),
            Address(fields, "StatusCallback")
        );
        var sms = Address(fields, "SmsUrl");
        var methods = (
            Method(fields, "VoiceMethod"),
            Method(fields, "VoiceFallbackMethod"),
            Method(fields, "StatusCallbackMethod"),
            Method(fields, "SmsMethod")
        );
        var name = fields.Text("FriendlyName");
        fields.RefuseTheRest();

        number.FriendlyName = name ?? number.FriendlyName;
        number.VoiceUrl = voice(number.VoiceUrl);
        number.VoiceFallbackUrl = fallback(number.VoiceFallbackUrl);
        number.StatusCallback = status(number.StatusCallback);
        number.SmsUrl = sms(number.SmsUrl);
        number.VoiceMethod = methods.Item1 ?? number.VoiceMethod;
        number.VoiceFallbackMethod = methods.Item2 ?? number.VoiceFallbackMethod;
        number.StatusCallbackMethod = methods.Item3 ?? number.StatusCallbackMethod;
        number.SmsMethod = methods.Item4 ?? number.SmsMethod;
        number.UpdatedAt = clock.GetUtcNow();
        return Show(number);
    }

    // An empty value takes the address away; a field that was not sent leaves it as it is.
    private static Func<string?, string?> Address(RestFields fields, string name)
    {
        var (sent, url) = (fields.Text(name) is not null, fields.Url(name, 21402));
        return now => sent ? url : now;
    }

    private static string? Method(RestFields fields, string name) => fields.Text(name) is null ? null : fields.Method(name, 21403);

    private InboundNumber Find(string sid) =>
        phones.InboundNumbers.FirstOrDefault(number => number.Sid == sid)
        ?? throw RestException.NotFound($"/2010-04-01/Accounts/{options.AccountSid}/IncomingPhoneNumbers/{sid}.json");

    private object Show(InboundNumber number) =>
        new
        {
            number.Sid,
            options.AccountSid,
            number.PhoneNumber,
            number.FriendlyName,
            number.VoiceUrl,
            number.VoiceMethod,
            number.VoiceFallbackUrl,
            number.VoiceFallbackMethod,
            number.StatusCallback,
            number.StatusCallbackMethod,
            number.SmsUrl,
            number.SmsMethod,
            SmsFallbackUrl = (string?)null,
            Capabilities = new
            {
                Voice = true,
                Sms = true,
                Mms = false,
            },
            Origin = "twilio",
            Status = "in-use",
            Type = "local",
            DateCreated = Rfc2822.Of(number.CreatedAt),
            DateUpdated = Rfc2822.Of(number.UpdatedAt),
            ApiVersion = "2010-04-01",
            Uri = $"/2010-04-01/Accounts/{options.AccountSid}/IncomingPhoneNumbers/{number.Sid}.json",
        };
}
