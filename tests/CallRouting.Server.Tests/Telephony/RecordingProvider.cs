using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CallRouting.Server.Tests.Telephony;

/// <summary>The provider's REST side, as small as a test needs it: it remembers what it was asked, and answers as it is told.</summary>
internal sealed class RecordingProvider : HttpMessageHandler
{
    public const string Account = "AC00000000000000000000000000000001";

    private readonly ConcurrentQueue<Asked> asked = [];
    private int made;

    public IReadOnlyList<Asked> All => [.. asked];

    public IReadOnlyList<Asked> Dials => [.. asked.Where(request => request.Path.EndsWith("/Calls.json", StringComparison.Ordinal))];

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

    private HttpResponseMessage Healthy(Asked request) =>
        request.Path.EndsWith("/Calls.json", StringComparison.Ordinal)
            ? Response(HttpStatusCode.Created, $$"""{"sid":"CA{{Interlocked.Increment(ref made):x32}}","status":"queued"}""")
            : Response(HttpStatusCode.OK, """{"sid":"CA0","call_sid":"CA0","status":"in-progress"}""");

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
