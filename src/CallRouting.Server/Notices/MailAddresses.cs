using System.Net.Mail;

namespace CallRouting.Server.Notices;

/// <summary>What we take for an e-mail address: one, without a name beside it.</summary>
public static class MailAddresses
{
    public const string Allowed = "It must be one address such as kari@nav.no.";

    public static bool IsOne(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;
}
