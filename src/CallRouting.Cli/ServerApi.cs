using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CallRouting.Cli;

/// <summary>The server, asked over HTTP. What it does not answer is told in words that say what to do.</summary>
public sealed class ServerApi : IDisposable
{
    private readonly HttpClient http;
    private readonly Uri server;
    private readonly bool hasToken;

    public ServerApi(Uri server, string token, HttpMessageHandler? network)
    {
        (this.server, hasToken) = (server, token.Length > 0);
        http = network is null ? new HttpClient() : new HttpClient(network, disposeHandler: false);
        http.BaseAddress = server;
        if (hasToken)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public async Task<T> Get<T>(string path)
    {
        using var answer = await Send(path);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<T>())!
            : throw new NoAnswerException(await WhyNot(answer));
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> Send(string path)
    {
        try
        {
            return await http.GetAsync(new Uri(path, UriKind.Relative));
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException)
        {
            throw new NoAnswerException(
                $"{server} does not answer ({Reason(broken)}). Does the server run there? --server names another one."
            );
        }
    }

    private static string Reason(Exception broken) => broken is HttpRequestException request ? $"{request.HttpRequestError}" : "time-out";

    private async Task<string> WhyNot(HttpResponseMessage answer) =>
        answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized when !hasToken => "The server asks who you are. Give --token TOKEN, or set CALLROUTING_TOKEN.",
            HttpStatusCode.Unauthorized => "The server does not know this token.",
            HttpStatusCode.Forbidden => "This token's role may not see that.",
            var status => await Problem(answer) ?? $"The server answered {(int)status} {status}.",
        };

    // RFC 9457; a refusal of several fields at once has them under "errors".
    private static async Task<string?> Problem(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return null;
        }
        var problem = await answer.Content.ReadFromJsonAsync<ProblemAnswer>(JsonSerializerOptions.Web);
        return problem?.Errors is { Count: > 0 } errors
            ? string.Join('\n', errors.SelectMany(field => field.Value, (field, wrong) => $"{field.Key}: {wrong}"))
            : problem?.Detail ?? problem?.Title;
    }

    private sealed record ProblemAnswer(string? Title, string? Detail, IReadOnlyDictionary<string, string[]>? Errors);
}

/// <summary>There is no answer; the message says why, for a person.</summary>
public sealed class NoAnswerException(string message) : Exception(message);
