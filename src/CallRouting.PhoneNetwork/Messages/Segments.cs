namespace CallRouting.PhoneNetwork.Messages;

/// <summary>How many messages a text costs: 160 characters of the GSM alphabet or 70 others, fewer in each part of a longer one (contract §1.8).</summary>
internal static class Segments
{
    // æøå are in the alphabet; the Sámi č đ ŋ š ŧ ž are not.
    private const string Gsm =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string GsmTwice = "^{}\\[~]|€\f";

    public static int Of(string text)
    {
        var plain = text.All(c => Gsm.Contains(c, StringComparison.Ordinal) || GsmTwice.Contains(c, StringComparison.Ordinal));
        var length = plain ? text.Length + text.Count(c => GsmTwice.Contains(c, StringComparison.Ordinal)) : text.Length;
        var (single, part) = plain ? (160, 153) : (70, 67);
        return length <= single ? 1 : (length + part - 1) / part;
    }
}
