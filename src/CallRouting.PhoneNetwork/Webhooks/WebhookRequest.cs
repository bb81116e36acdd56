using System.Net;
using System.Text;

namespace CallRouting.PhoneNetwork.Webhooks;

/// <summary>Makes one HTTP request of a delivery, with the provider's headers (contract §3.1), redirects and limits.</summary>
internal sealed class WebhookRequest(IHttpClientFactory clients, NetworkOptions options, TimeProvider clock)
{
    /// <summary>Name of the HttpClient whose handler a test may replace.</summary>
    public const string Client = "webhooks";

    /// <summary>Largest document (contract §2.1); a longer body is read this far and one byte more, so that it can be told.</summary>
    public const int LargestBody = 64 * 1024;

    private const int MostRedirects = 10;

    public async Task<WebhookReply> Make(Delivery delivery, CancellationToken total)
    {
        var (url, method) = (delivery.Url, delivery.Method);
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var response = await Ask(url, method, delivery, total);
            if (Redirected(response, url) is not { } target)
                return response.IsSuccessStatusCode
                    ? await Read(response, delivery, total)
                    : throw WebhookFault.Answered((int)response.StatusCode);
            if (response.StatusCode is not (HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                method = "GET";
            url = target;
        }
        throw new WebhookFault(11215, $"More than {MostRedirects} HTTP redirects.", null);
    }

    private async Task<HttpResponseMessage> Ask(string url, string method, Delivery delivery, CancellationToken total)
    {
        using var message = Compose(url, method, delivery);
        return await Limited(
            delivery,
            limit => clients.CreateClient(Client).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit),
            total
        );
    }

    private HttpRequestMessage Compose(string url, string method, Delivery delivery)
    {
        var isPost = method == "POST";
        var target = isPost ? url : delivery.Parameters.InQueryOf(url);
        var message = new HttpRequestMessage(isPost ? HttpMethod.Post : HttpMethod.Get, AsWritten(target));
        if (isPost)
        {
            message.Content = new FormUrlEncodedContent(delivery.Parameters);
            message.Content.Headers.ContentType!.CharSet = "UTF-8";
        }
        message.Headers.UserAgent.ParseAdd("TwilioProxy/1.1");
        message.Headers.Accept.ParseAdd("*/*");
        if (SignatureOf(delivery, target, isPost ? delivery.Parameters : []) is { } signature)
            message.Headers.Add("X-Twilio-Signature", signature);
        message.Headers.Add("I-Twilio-Idempotency-Token", delivery.IdempotencyToken);
        message.Headers.Add("X-Home-Region", "us1");
        message.Options.Set(WebhookConnection.ConnectLimit, delivery.Patience.Connect);
        return message;
    }

    private string? SignatureOf(Delivery delivery, string target, IEnumerable<KeyValuePair<string, string>> form)
    {
        var signed = options.SignHttpsPort ? target : Signature.WithoutHttpsPort(target);
        return delivery.Seal switch
        {
            Seal.Missing => null,
            Seal.Wrong => Signature.Sign("not0the0token0not0the0token0not0", signed, form),
            Seal.OtherScheme => Signature.Sign(options.AuthToken, OtherScheme(signed), form),
            _ => Signature.Sign(options.AuthToken, signed, form),
        };
    }

    private static string OtherScheme(string url) =>
        url.StartsWith("https:", StringComparison.Ordinal) ? "http:" + url["https:".Length..] : "https:" + url["http:".Length..];

    // What is signed must be what is sent: a Uri may rewrite percent-encodings, and is then told not to. Not always, because a test server cannot
    // take such a Uri.
    private static Uri AsWritten(string url)
    {
        var uri = new Uri(url);
        var untouched = url.EndsWith(uri.PathAndQuery, StringComparison.Ordinal);
        return untouched ? uri : new Uri(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    private static string? Redirected(HttpResponseMessage response, string url)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
            return null;
        var target = response.Headers.Location is { } location ? Address.Resolve(url, location.OriginalString) : null;
        return target ?? throw new WebhookFault(11216, "An HTTP redirect without a usable Location.", null);
    }

    private async Task<WebhookReply> Read(HttpResponseMessage response, Delivery delivery, CancellationToken total)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(total);
        var body = new byte[LargestBody + 1];
        var length = 0;
        while (length < body.Length)
        {
            var count = await Limited(delivery, limit => stream.ReadAsync(body.AsMemory(length), limit).AsTask(), total);
            if (count == 0)
                break;
            length += count;
        }
        var type = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "";
        return new WebhookReply((int)response.StatusCode, type, Encoding.UTF8.GetString(body, 0, length));
    }

    private async Task<T> Limited<T>(Delivery delivery, Func<CancellationToken, Task<T>> step, CancellationToken total)
    {
        using var read = clock.GivesUpAfter(delivery.Patience.Read);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(read.Token, total);
        try
        {
            return await step(either.Token);
        }
        catch (OperationCanceledException) when (total.IsCancellationRequested)
        {
            throw WebhookFault.TotalTimeout(delivery.Patience.Total);
        }
        catch (OperationCanceledException) when (read.IsCancellationRequested)
        {
            throw WebhookFault.ReadTimeout(delivery.Patience.Read);
        }
        catch (HttpRequestException fault) when (fault.InnerException is TimeoutException)
        {
            throw WebhookFault.ConnectTimeout(delivery.Patience.Connect);
        }
        catch (HttpRequestException fault)
        {
            throw WebhookFault.Of(fault);
        }
        catch (IOException fault)
        {
            throw new WebhookFault(11206, $"The answer broke off: {fault.Message}", null);
        }
    }
}
