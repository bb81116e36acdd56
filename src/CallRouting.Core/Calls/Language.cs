using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallRouting.Core.Calls;

/// <summary>
/// A language that callers can choose, by its code: nb, nn, en. Which there are is content: each has a file in
/// ivr-flows/prompts/. The default is bokmål, which our own people hear. Sámi has only verified strings, and no prompt is one yet.
/// </summary>
[JsonConverter(typeof(LanguageJson))]
public readonly record struct Language
{
    private const string Usual = "nb";

    // Null for bokmål, so that a language which nobody chose is bokmål.
    private readonly string? other;

    internal Language(string code) => other = code == Usual ? null : code;

    public static Language Bokmal => default;

    public static Language Nynorsk { get; } = new("nn");

    public static Language English { get; } = new("en");

    /// <summary>Two or three small letters (ISO 639), used in files, URLs and answers.</summary>
    public string Code() => other ?? Usual;

    public override string ToString() => Code();
}

public static class Languages
{
    /// <summary>The language of a code, or null for what can be none; whether anybody speaks it to callers is the prompts' affair.</summary>
    public static Language? OfCode(string? code) =>
        code is { Length: 2 or 3 } && code.All(char.IsAsciiLetterLower) ? new Language(code) : null;

    /// <summary>Bokmål first, which all others are compared with; then by code.</summary>
    public static IOrderedEnumerable<Language> InOrder(this IEnumerable<Language> languages) =>
        languages.OrderBy(language => language != Language.Bokmal).ThenBy(language => language.Code(), StringComparer.Ordinal);
}

/// <summary>As its code, also as the name of a property.</summary>
internal sealed class LanguageJson : JsonConverter<Language>
{
    public override Language Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(reader.GetString());

    public override void Write(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code());

    public override Language ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Of(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Code());

    private static Language Of(string? code) => Languages.OfCode(code) ?? throw new JsonException($"\"{code}\" is no language's code.");
}
