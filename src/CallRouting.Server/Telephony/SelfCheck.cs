using System.Net;
using CallRouting.Server.Demo;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Telephony;

/// <summary>
/// Asks ourselves, by the public address and signed as the provider signs, once we listen; until it comes through. Says plainly what a
/// call would meet. It is told and does not close the door: behind some load balancers nothing arrives before we say that we are ready.
/// </summary>
public sealed class SelfCheck(
    IHttpClientFactory clients,
    IOptions<ProviderOptions> options,
    IOptions<ModeOptions> mode,
    PhoneUrls urls,
    IHostApplicationLifetime host,
    TimeProvider clock,
    ILogger<SelfCheck> log
) : BackgroundService
{
    public const string Client = "self-check";

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly KeyValuePair<string, string>[] Form = [new("CallSid", ""), new("Åpent", "æ ø & å")];

    private volatile string? wrong = "has not been made yet";

    /// <summary>What a call would meet that comes in by the public address, or null: it comes through.</summary>
    public string? Wrong => wrong;

    /// <summary>True when the request came through.</summary>
    public async Task<bool> RunOnce(CancellationToken cancel = default)
    {
        var before = wrong;
        wrong = await Post(cancel);
        if (wrong is not null && wrong != before)
        {
            log.LogError("The provider would not reach us: a signed request to {Address} {Wrong}", urls.SelfCheck, wrong);
        }
        else if (wrong is null)
        {
            log.LogInformation("A signed request to {Address} came through.", urls.SelfCheck);
        }
        return wrong is null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mode.Value.Background)
        {
            return;
        }
        await host.Started(stoppingToken);
        while (!await RunOnce(stoppingToken))
        {
            await Task.Delay(Again, clock, stoppingToken);
        }
    }

    private async Task<string?> Post(CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(clock.OnTheWall(Patience), clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            using var http = clients.CreateClient(Client);
            using var request = Signed();
            using var response = await http.SendAsync(request, both.Token);
            return What(response.StatusCode);
        }
        catch (HttpRequestException unreachable)
        {
            return $"does not arrive ({unreachable.HttpRequestError}). Is Provider:PublicUrl right, and does it lead here?";
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"is not answered within {Patience.TotalSeconds:0} s. Does Provider:PublicUrl lead here?";
        }
    }

    private HttpRequestMessage Signed()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, urls.SelfCheck) { Content = new FormUrlEncodedContent(Form) };
        request.Headers.Add(SignatureCheck.Header, Signature.Of(urls.SelfCheck, Form, options.Value.AuthToken));
        return request;
    }

    private static string? What(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.NoContent => null,
            HttpStatusCode.Forbidden =>
                "is refused: 403. The address is not the one that was signed, or another token is in force there. Compare Provider:PublicUrl and Provider:AuthToken with the provider's, and see that no proxy rewrites paths.",
            _ => $"is answered {(int)status}: somebody else answers at Provider:PublicUrl.",
        };
}
