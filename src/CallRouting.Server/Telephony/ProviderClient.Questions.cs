using System.Globalization;
using System.Net;
using System.Text.Json;
using NodaTime;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CallRouting.Server.Telephony;

/// <summary>What the provider is asked: how a call is, who is in a room, how our numbers are set up. Asking is safe at any time.</summary>
public sealed partial class ProviderClient
{
    // The newest are first, and no number of ours has so many calls within the minute that matters.
    private const int Newest = 50;

    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>A call, alive or over.</summary>
    public async Task<ProviderFact<ProviderCall>> Fetch(string sid, CancellationToken cancel) =>
        Map(await Get<CallJson>($"{Account}/Calls/{sid}.json", cancel), call => call.Read());

    /// <summary>The latest calls that we made to a number. The list lags behind the calls by a second or two.</summary>
    public async Task<ProviderFact<IReadOnlyList<ProviderCall>>> CallsTo(string number, CancellationToken cancel) =>
        Map(
            await Get<CallPage>(
                $"{Account}/Calls.json?To={Escaped(number)}&From={Escaped(options.Value.OwnNumber)}&PageSize={Newest}",
                cancel
            ),
            page => (IReadOnlyList<ProviderCall>)[.. page.Calls.Select(call => call.Read())]
        );

    /// <summary>Who is in a room. Only those in it now can be seen (contract §1.7); a room with nobody in it is unheard of.</summary>
    public async Task<ProviderFact<ProviderRoom>> Room(string name, CancellationToken cancel)
    {
        var found = await Get<ConferencePage>($"{Account}/Conferences.json?FriendlyName={Escaped(name)}&PageSize={Newest}", cancel);
        return found switch
        {
            ProviderFact<ConferencePage>.Known { Value: var page } => page.Conferences.FirstOrDefault(room => room.Status != "completed")
                is { } live
                ? Map(
                    await Get<ParticipantPage>($"{Account}/Conferences/{live.Sid}/Participants.json?PageSize={Newest}", cancel),
                    people => new ProviderRoom(
                        live.Sid,
                        live.Status == "in-progress",
                        [.. people.Participants.Select(leg => new ProviderParticipant(leg.CallSid, leg.Hold))]
                    )
                )
                : new ProviderFact<ProviderRoom>.Unheard(),
            _ => Map(found, _ => (ProviderRoom)null!),
        };
    }

    /// <summary>Our numbers as the provider has them set up: number, voice URL and status callback.</summary>
    public async Task<IReadOnlyList<OwnNumber>> Numbers(CancellationToken cancel)
    {
        var numbers = new List<OwnNumber>();
        for (string? page = $"{Account}/IncomingPhoneNumbers.json?PageSize=1000"; page is not null; )
        {
            using var request = Authorized(new(HttpMethod.Get, new Uri(options.Value.BaseUrl, page)));
            using var response = await http.SendAsync(request, cancel);
            response.EnsureSuccessStatusCode();
            var list = (await response.Content.ReadFromJsonAsync<NumberPage>(SnakeCase, cancel))!;
            numbers.AddRange(list.IncomingPhoneNumbers);
            page = list.NextPageUri;
        }
        return numbers;
    }

    private async Task<ProviderFact<T>> Get<T>(string path, CancellationToken cancel)
    {
        using var request = Authorized(new(HttpMethod.Get, new Uri(options.Value.BaseUrl, path)));
        try
        {
            using var response = await http.SendAsync(request, cancel);
            return response.StatusCode == HttpStatusCode.NotFound ? new ProviderFact<T>.Unheard()
                : !response.IsSuccessStatusCode ? new ProviderFact<T>.NoAnswer($"status {(int)response.StatusCode}")
                : await response.Content.ReadFromJsonAsync<T>(SnakeCase, cancel) is { } value ? new ProviderFact<T>.Known(value)
                : new ProviderFact<T>.NoAnswer("an empty answer");
        }
        catch (Exception broken)
            when (broken
                    is HttpRequestException
                        or TimeoutRejectedException
                        or IOException
                        or JsonException
                        or BrokenCircuitException
                        or TooManyAtOnceException
            )
        {
            return new ProviderFact<T>.NoAnswer(broken.GetType().Name);
        }
    }

    private static ProviderFact<TOut> Map<TIn, TOut>(ProviderFact<TIn> fact, Func<TIn, TOut> read) =>
        fact switch
        {
            ProviderFact<TIn>.Known { Value: var value } => new ProviderFact<TOut>.Known(read(value)),
            ProviderFact<TIn>.NoAnswer { Why: var why } => new ProviderFact<TOut>.NoAnswer(why),
            _ => new ProviderFact<TOut>.Unheard(),
        };

    private static string Escaped(string value) => Uri.EscapeDataString(value);

    private sealed record CallPage(IReadOnlyList<CallJson> Calls);

    private sealed record ConferencePage(IReadOnlyList<ConferenceJson> Conferences);

    private sealed record ParticipantPage(IReadOnlyList<ParticipantJson> Participants);

    private sealed record NumberPage(IReadOnlyList<OwnNumber> IncomingPhoneNumbers, string? NextPageUri);

    private sealed record CallJson(string Sid, string Status, string? DateCreated)
    {
        // "Thu, 1 Jun 2017 20:48:32 +0000": the day with one digit or two (contract §1.2).
        private const string Rfc2822 = "ddd, d MMM yyyy HH:mm:ss '+0000'";

        public ProviderCall Read() =>
            new(
                Sid,
                Status,
                DateTimeOffset.TryParseExact(
                    DateCreated,
                    Rfc2822,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var created
                )
                    ? Instant.FromDateTimeOffset(created)
                    : Instant.MinValue
            );
    }

    private sealed record ConferenceJson(string Sid, string Status);

    private sealed record ParticipantJson(string CallSid, bool Hold);
}

/// <summary>One of our numbers in the provider's set-up.</summary>
public sealed record OwnNumber(
    string PhoneNumber,
    string? VoiceUrl,
    string? StatusCallback,
    string? VoiceFallbackUrl,
    string? SmsUrl = null
);
