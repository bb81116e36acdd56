using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace CallRouting.Server.Telephony;

/// <summary>What lets an agent's browser be a telephone of the provider's for a while (contract §5).</summary>
public static class AccessToken
{
    /// <summary>A working day's half: the console asks for a new one before this is over.</summary>
    public static readonly Duration Lifetime = Duration.FromHours(1);

    // Signed exactly as written, so what a JSON writer would escape for HTML stays as it is.
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="identity">Who is rung by client:identity; no spaces.</param>
    /// <param name="outgoing">What the browser may call; null: nothing, it is only rung.</param>
    public static string For(string identity, ProviderOptions provider, Instant now, Outgoing? outgoing = null)
    {
        var header = new
        {
            alg = "HS256",
            typ = "JWT",
            cty = "twilio-fpa;v=1",
        };
        var issued = now.ToUnixTimeSeconds();
        var payload = new
        {
            jti = $"{provider.ApiKeySid}-{issued}",
            grants = new { identity, voice = new { incoming = new { allow = true }, outgoing } },
            iat = issued,
            exp = issued + (long)Lifetime.TotalSeconds,
            iss = provider.ApiKeySid,
            sub = provider.AccountSid,
        };
        var signed = $"{Encoded(header)}.{Encoded(payload)}";
        var key = Encoding.UTF8.GetBytes(provider.ApiKeySecret);
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)))}";
    }

    private static string Encoded<T>(T part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part, Plain));

    public sealed record Outgoing(
        [property: JsonPropertyName("application_sid")] string Application,
        [property: JsonPropertyName("params")] IReadOnlyDictionary<string, string>? Parameters = null
    );
}
