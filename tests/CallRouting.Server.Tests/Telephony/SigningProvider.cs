using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using CallRouting.Scenarios;
using CallRouting.Server.Tests.Calls;
using Microsoft.AspNetCore.TestHost;

namespace CallRouting.Server.Tests.Telephony;

/// <summary>
/// The provider's side of a webhook, written from the contract (§3.1, §4.1) and from nothing of ours: it posts a form and signs
/// URL and fields.
/// </summary>
internal sealed class SigningProvider(TestServer server) : IDisposable
{
    public const string Token = "sim0authtoken0sim0authtoken0abcd";

    private readonly HttpClient http = new(new SentTarget(server.CreateHandler()));

    /// <param name="token">Null: not signed at all.</param>
    public Task<Reply> Post(string url, IEnumerable<(string Name, string Value)> form, string? token = Token)
    {
        var fields = form.ToList();
        var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return Send(HttpMethod.Post, url, content, token is null ? null : Sign(url, fields, token));
    }

    public Task<Reply> Post(string url, params (string Name, string Value)[] form) => Post(url, form, Token);

    public async Task<Reply> Send(HttpMethod method, string url, HttpContent? content, string? signature)
    {
        using var request = new HttpRequestMessage(method, Absolute(url)) { Content = content };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("TwilioProxy", "1.1"));
        if (signature is not null)
        {
            request.Headers.Add("X-Twilio-Signature", signature);
        }
        using var response = await http.SendAsync(request);
        return new(response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync());
    }

    public static string Sign(string url, IEnumerable<(string Name, string Value)> form, string token = Token)
    {
        var tail = form.GroupBy(field => field.Name)
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .SelectMany(field =>
                field.Select(each => each.Value).Distinct().Order(StringComparer.Ordinal).Select(value => field.Key + value)
            );
        var text = Absolute(url).OriginalString.Split('#')[0] + string.Concat(tail);
#pragma warning disable CA5350 // The provider signs with HMAC-SHA1.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }

    public void Dispose() => http.Dispose();

    private static Uri Absolute(string url) => new(url.StartsWith('/') ? RunningServer.PublicUrl + url : url);
}

/// <summary>What came back to the provider.</summary>
internal sealed record Reply(HttpStatusCode Status, string? ContentType, string Body)
{
    /// <summary>What the caller hears: fails where it is not a document that the provider would play.</summary>
    public Document Document
    {
        get
        {
            Assert.That((Status, ContentType), Is.EqualTo((HttpStatusCode.OK, "text/xml; charset=utf-8")), Body);
            return Document.Read(Body);
        }
    }
}
