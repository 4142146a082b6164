using System.Xml.Linq;
using Evidence.Store.Keys;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Evidence.Api.Security;

/// <summary>Keeps the key ring of data protection in the database. The interface is synchronous; it is called at the start and about once a day.</summary>
internal sealed class KeyRingRepository(KeyRing ring) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements() => [.. ring.ReadAsync(CancellationToken.None).GetAwaiter().GetResult().Select(XElement.Parse)];

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName) =>
        ring.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None).GetAwaiter().GetResult();
}
