using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Bot.Storage;

/// <summary>ASP.NET's data-protection keys in the store: what one node has protected another one can read, and a restart, too.</summary>
public sealed class StoredKeyRing(Database database) : IXmlRepository
{
    private const string Prefix = "data-protection/";

    public IReadOnlyCollection<XElement> GetAllElements() => database.Read(session => session.Query(
        "SELECT value FROM keys WHERE name LIKE $1", row => XElement.Parse(Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(0))), Prefix + "%"));

    public void StoreElement(XElement element, string friendlyName) => database.WriteAsync(session => session.Execute(
        "INSERT INTO keys (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        Prefix + friendlyName, Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)))).GetAwaiter().GetResult();
}
