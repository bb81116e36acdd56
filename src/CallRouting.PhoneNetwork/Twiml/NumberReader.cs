using System.Xml.Linq;
using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>Reads a Dial with one Number (contract §2.5, §2.6): the product sends a caller on, and nothing fancier.</summary>
internal static class NumberReader
{
    public static DialNumber Read(Element dial, XElement noun, List<Warning> warnings)
    {
        var number = new Element(noun, warnings);
        number.RefuseTheRest();
        if (!PhoneNumbers.IsE164(number.Text))
            throw number.Fault(13223, $"\"{number.Text}\" is no number; expected E.164 such as +4722000000.");
        return new DialNumber(
            dial.Attribute("action"),
            dial.Method("method", 13210),
            number.Text,
            dial.Attribute("callerId"),
            TimeSpan.FromSeconds(dial.Integer("timeout", 13212, 30, 5, 600))
        );
    }
}
