/** The built-in description in English. */
export const en = `{{ finding.description }}

{% if finding.remediation %}
### How to fix it

{{ finding.remediation }}
{% endif %}

### Details

{% facts %}
Severity: {{ finding.severity | severity_label }}
Kind: {{ finding.kind | kind_label }}
CVE: {{ finding.cve | join: ", " }}
CWE: {{ finding.cwe | join: ", " }}
CVSS: {{ finding.cvss | cvss }}
EPSS: {{ finding.epss | percent }}
Known to be exploited: {{ finding.kev | yes_no }}
File: {{ finding.location | place }}
Address: {{ finding.location.url }}
Component: {{ finding.location.component }}
Image: {{ finding.location.image }}
Branch: {{ finding.location.branch }}
Assets: {{ finding.assets | join: ", " }}
Tool: {{ finding.tool }}
Product: {{ product }}
{% endfacts %}

{% if finding.url %}
[Open the finding in the portal]({{ finding.url }})
{% endif %}
`;
