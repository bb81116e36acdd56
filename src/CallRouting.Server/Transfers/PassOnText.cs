using System.Text.Json;
using CallRouting.Core.Transfers;

namespace CallRouting.Server.Transfers;

/// <summary>What an officer who passes on is being asked, as the text that is stored with the transfer.</summary>
public static class PassOnText
{
    public static string Write(PassOnQuestion question) =>
        JsonSerializer.Serialize(new Written($"{question.Asks}", question.WrongOffice, question.Postcode), JsonSerializerOptions.Web);

    public static PassOnQuestion Read(string text)
    {
        var written = JsonSerializer.Deserialize<Written>(text, JsonSerializerOptions.Web)!;
        return new(Enum.Parse<PassOnAsks>(written.Asks), written.WrongOffice, written.Postcode);
    }

    private sealed record Written(string Asks, bool WrongOffice, string? Postcode);
}
