using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using CallRouting.Server.Tests.Calls;
using Microsoft.AspNetCore.WebUtilities;

namespace CallRouting.Server.Tests.Telephony;

/// <summary>The provider's REST side, as small as a test needs it: it remembers what it was asked, and answers as it is told.</summary>
internal sealed class RecordingProvider : HttpMessageHandler
{
    public const string Account = "AC00000000000000000000000000000001";

    private readonly ConcurrentQueue<Asked> asked = [];
    private int made;

    public IReadOnlyList<Asked> All => [.. asked];

    public IReadOnlyList<Asked> Dials =>
        [.. asked.Where(request => request.Method == HttpMethod.Post && request.Path.EndsWith("/Calls.json", StringComparison.Ordinal))];

    /// <summary>How the next requests are answered; null: as a healthy provider does.</summary>
    public Func<Asked, CancellationToken, Task<HttpResponseMessage>>? Instead { get; set; }

    public void AnswersWith(HttpStatusCode status, string body, string contentType = "application/json") =>
        Instead = (_, _) => Task.FromResult(Response(status, body, contentType));

    public void Fails(Exception broken) => Instead = (_, _) => Task.FromException<HttpResponseMessage>(broken);

    /// <summary>Takes the request and never answers.</summary>
    public void FallsSilent() =>
        Instead = async (_, cancel) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(cancel);
            throw new InvalidOperationException("Nobody gets here.");
        };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var now = new Asked(
            request.Method,
            request.RequestUri!.PathAndQuery,
            request.Headers.Authorization?.ToString(),
            request.Content?.Headers.ContentType?.ToString(),
            body
        );
        asked.Enqueue(now);
        return Instead is { } other ? await other(now, cancellationToken) : Healthy(now);
    }

    /// <summary>What the provider has, when it is asked: calls by their SID, with status, number and time.</summary>
    public ConcurrentDictionary<string, (string Status, string To, DateTimeOffset Created)> Calls { get; } = new();

    /// <summary>Who is in a room, by the room's name; and who of them hears music.</summary>
    public ConcurrentDictionary<string, (string Sid, bool Hold)[]> Rooms { get; } = new();

    /// <summary>How often something of that path was asked for.</summary>
    public int Questions(string path) =>
        asked.Count(request => request.Method == HttpMethod.Get && request.Path.Contains(path, StringComparison.Ordinal));

    // Our national number, set up as it should be.
    private static string Numbers { get; } =
        $$"""
            {"incoming_phone_numbers":[{"phone_number":"+4755553333","voice_url":"{{RunningServer.PublicUrl}}/phone/inbound",
            "status_callback":"{{RunningServer.PublicUrl}}/phone/inbound/status","sms_url":"{{RunningServer.PublicUrl}}/phone/sms"}]}
            """;

    private HttpResponseMessage Healthy(Asked request) =>
        request.Method == HttpMethod.Get ? Told(request)
        : request.Path.EndsWith("/Calls.json", StringComparison.Ordinal)
            ? Response(HttpStatusCode.Created, $$"""{"sid":"CA{{Interlocked.Increment(ref made):x32}}","status":"queued"}""")
        : Response(HttpStatusCode.OK, """{"sid":"CA0","call_sid":"CA0","status":"in-progress"}""");

    private HttpResponseMessage Told(Asked request)
    {
        var path = new Uri("http://provider.test" + request.Path);
        var query = QueryHelpers.ParseQuery(path.Query);
        var last = Path.GetFileNameWithoutExtension(path.AbsolutePath);
        return path.AbsolutePath switch
        {
            var at when at.EndsWith("/IncomingPhoneNumbers.json", StringComparison.Ordinal) => Json(Numbers),
            var at when at.EndsWith("/Calls.json", StringComparison.Ordinal) => Json(
                $$"""{"calls":[{{string.Join(',', Calls.Where(call => call.Value.To == query["To"]).Select(call => CallOf(call.Key)))}}]}"""
            ),
            var at when at.EndsWith("/Conferences.json", StringComparison.Ordinal) => Json(
                Rooms.ContainsKey(query["FriendlyName"].ToString())
                    ? $$"""{"conferences":[{"sid":"{{SidOf(query["FriendlyName"].ToString())}}","status":"in-progress"}]}"""
                    : """{"conferences":[]}"""
            ),
            var at when at.EndsWith("/Participants.json", StringComparison.Ordinal) => Json(
                $$"""{"participants":[{{string.Join(',', Rooms.Single(room => SidOf(room.Key) == at.Split('/')[^2]).Value.Select(leg => $$"""{"call_sid":"{{leg.Sid}}","hold":{{(leg.Hold ? "true" : "false")}}}"""))}}]}"""
            ),
            _ => Calls.ContainsKey(last) ? Json(CallOf(last)) : Response(HttpStatusCode.NotFound, """{"code":20404,"status":404}"""),
        };
    }

    // As long as the provider's are.
    private static string SidOf(string room) => "CF" + room.Replace("-", "", StringComparison.Ordinal)[^32..];

    private string CallOf(string sid) =>
        Calls[sid] is var (status, to, created)
            ? $$"""{"sid":"{{sid}}","status":"{{status}}","to":"{{to}}","date_created":"{{created.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)}} +0000"}"""
            : "";

    private static HttpResponseMessage Json(string body) => Response(HttpStatusCode.OK, body);

    private static HttpResponseMessage Response(HttpStatusCode status, string body, string contentType = "application/json") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, contentType) };
}

/// <summary>One request to the provider.</summary>
internal sealed record Asked(HttpMethod Method, string Path, string? Authorization, string? ContentType, string Body)
{
    /// <summary>The fields in the order in which they were sent; a name may come more than once.</summary>
    public IReadOnlyList<string> Form =>
        [
            .. Body.Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => string.Join('=', pair.Split('=').Select(part => WebUtility.UrlDecode(part)))),
        ];

    public string this[string name] => QueryHelpers.ParseQuery(Body)[name].ToString();
}
