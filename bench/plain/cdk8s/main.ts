import { ApiObject, App, Chart } from 'cdk8s';

const app = new App();
{
  const chart = new Chart(app, "marketresearch-prod-eks-prod-edge-ingress", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "Ingress",
  "metadata": {
    "name": "edge-ingress",
    "namespace": "marketresearch",
    "annotations": {
      "alb.ingress.kubernetes.io/certificate-arn": "arn:aws:acm:us-east-1:444455556666:certificate/00000000-0000-4000-8000-000000009b0d",
      "alb.ingress.kubernetes.io/healthcheck-interval-seconds": "15",
      "alb.ingress.kubernetes.io/healthcheck-path": "/health",
      "alb.ingress.kubernetes.io/healthcheck-timeout-seconds": "5",
      "alb.ingress.kubernetes.io/healthy-threshold-count": "2",
      "alb.ingress.kubernetes.io/listen-ports": "[{\"HTTP\":80},{\"HTTPS\":443}]",
      "alb.ingress.kubernetes.io/listener-attributes.HTTPS-443": "routing.http.response.server.enabled=false,routing.http.response.strict_transport_security.header_value=max-age=31536000,routing.http.response.x_content_type_options.header_value=nosniff",
      "alb.ingress.kubernetes.io/load-balancer-attributes": "access_logs.s3.bucket=marketresearch-prod-access-logs,access_logs.s3.enabled=true,access_logs.s3.prefix=edge-ingress,deletion_protection.enabled=true,idle_timeout.timeout_seconds=120,routing.http.desync_mitigation_mode=defensive,routing.http.drop_invalid_header_fields.enabled=true,routing.http2.enabled=true",
      "alb.ingress.kubernetes.io/load-balancer-name": "marketresearch-prod-edge-ingress",
      "alb.ingress.kubernetes.io/manage-backend-security-group-rules": "false",
      "alb.ingress.kubernetes.io/scheme": "internet-facing",
      "alb.ingress.kubernetes.io/security-groups": "sg-00000000000009b0d",
      "alb.ingress.kubernetes.io/ssl-policy": "ELBSecurityPolicy-TLS13-1-2-2021-06",
      "alb.ingress.kubernetes.io/ssl-redirect": "443",
      "alb.ingress.kubernetes.io/success-codes": "200",
      "alb.ingress.kubernetes.io/tags": "cost-centre=marketresearch,environment=prod,managed-by=slipway,owner=research-platform,recovery-point-objective=60,recovery-time-objective=240,system=marketresearch",
      "alb.ingress.kubernetes.io/target-group-attributes": "deregistration_delay.timeout_seconds=120",
      "alb.ingress.kubernetes.io/target-type": "ip",
      "alb.ingress.kubernetes.io/unhealthy-threshold-count": "3"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "edge-ingress",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "ingressClassName": "alb",
    "rules": [
      {
        "host": "api.marketresearch.example.com",
        "http": {
          "paths": [
            {
              "backend": {
                "service": {
                  "name": "inference-api",
                  "port": {
                    "number": 8000
                  }
                }
              },
              "path": "/",
              "pathType": "Prefix"
            }
          ]
        }
      }
    ],
    "tls": [
      {
        "hosts": [
          "api.marketresearch.example.com"
        ]
      }
    ]
  }
});
}
{
  const chart = new Chart(app, "marketresearch-prod-eks-prod-embedder", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "batch/v1",
  "kind": "CronJob",
  "metadata": {
    "name": "embedder",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "embedder",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "concurrencyPolicy": "Forbid",
    "failedJobsHistoryLimit": 3,
    "jobTemplate": {
      "spec": {
        "activeDeadlineSeconds": 7200,
        "backoffLimit": 3,
        "template": {
          "metadata": {
            "annotations": {
              "karpenter.sh/do-not-disrupt": "true"
            },
            "labels": {
              "app.kubernetes.io/component": "job",
              "app.kubernetes.io/managed-by": "slipway",
              "app.kubernetes.io/name": "embedder",
              "app.kubernetes.io/part-of": "marketresearch"
            }
          },
          "spec": {
            "automountServiceAccountToken": false,
            "containers": [
              {
                "env": [
                  {
                    "name": "LOG_FIELDS",
                    "value": "timestamp,service,level,message,request_id"
                  },
                  {
                    "name": "LOG_FORMAT",
                    "value": "json"
                  },
                  {
                    "name": "OPENAI_API_KEY",
                    "valueFrom": {
                      "secretKeyRef": {
                        "key": "api_key",
                        "name": "embedder-marketresearch-secrets-openai-api-key",
                        "optional": true
                      }
                    }
                  }
                ],
                "image": "444455556666.dkr.ecr.us-east-1.amazonaws.com/marketresearch/prod/embedder:v1.0.0",
                "imagePullPolicy": "IfNotPresent",
                "name": "embedder",
                "resources": {
                  "limits": {
                    "ephemeral-storage": "1Gi",
                    "memory": "2Gi"
                  },
                  "requests": {
                    "cpu": "1",
                    "ephemeral-storage": "1Gi",
                    "memory": "2Gi"
                  }
                },
                "securityContext": {
                  "allowPrivilegeEscalation": false,
                  "capabilities": {
                    "drop": [
                      "ALL"
                    ]
                  },
                  "readOnlyRootFilesystem": true,
                  "runAsNonRoot": true
                },
                "volumeMounts": [
                  {
                    "mountPath": "/tmp",
                    "name": "tmp"
                  },
                  {
                    "mountPath": "/index",
                    "name": "index",
                    "readOnly": false
                  }
                ]
              }
            ],
            "enableServiceLinks": false,
            "restartPolicy": "Never",
            "securityContext": {
              "fsGroup": 10001,
              "fsGroupChangePolicy": "OnRootMismatch",
              "runAsGroup": 10001,
              "runAsNonRoot": true,
              "runAsUser": 10001,
              "seccompProfile": {
                "type": "RuntimeDefault"
              }
            },
            "serviceAccountName": "embedder",
            "volumes": [
              {
                "emptyDir": {},
                "name": "tmp"
              },
              {
                "name": "index",
                "persistentVolumeClaim": {
                  "claimName": "embeddings-index",
                  "readOnly": false
                }
              }
            ]
          }
        },
        "ttlSecondsAfterFinished": 86400
      }
    },
    "schedule": "0 2 * * *",
    "startingDeadlineSeconds": 3600,
    "successfulJobsHistoryLimit": 3,
    "timeZone": "Etc/UTC"
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "embedder-marketresearch-secrets-openai-api-key",
    "namespace": "marketresearch",
    "annotations": {
      "argocd.argoproj.io/ignore-healthcheck": "true"
    }
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "marketresearch/prod/openai-api-key",
          "property": "api_key"
        },
        "secretKey": "api_key"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "embedder-marketresearch-secrets-openai-api-key"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "embedder",
    "namespace": "marketresearch"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.30.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "embedder",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "embedder",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "embedder",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "automountServiceAccountToken": false
});
}
{
  const chart = new Chart(app, "marketresearch-prod-eks-prod-environment", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "argocd"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "external-dns"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "default-deny",
    "namespace": "external-dns"
  },
  "spec": {
    "podSelector": {},
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "external-secrets"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "default-deny",
    "namespace": "external-secrets"
  },
  "spec": {
    "podSelector": {},
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "marketresearch"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "default-deny",
    "namespace": "marketresearch"
  },
  "spec": {
    "podSelector": {},
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "v1",
  "kind": "PersistentVolumeClaim",
  "metadata": {
    "name": "embeddings-index",
    "namespace": "marketresearch",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "embeddings-index",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "accessModes": [
      "ReadWriteMany"
    ],
    "resources": {
      "requests": {
        "storage": "100Gi"
      }
    },
    "storageClassName": "",
    "volumeName": "marketresearch-prod-embeddings-index"
  }
});
new ApiObject(chart, 'o8', {
  "apiVersion": "v1",
  "kind": "PersistentVolumeClaim",
  "metadata": {
    "name": "model-store",
    "namespace": "marketresearch",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-store",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "accessModes": [
      "ReadWriteMany"
    ],
    "resources": {
      "requests": {
        "storage": "100Gi"
      }
    },
    "storageClassName": "",
    "volumeName": "marketresearch-prod-model-store"
  }
});
new ApiObject(chart, 'o9', {
  "apiVersion": "v1",
  "kind": "ResourceQuota",
  "metadata": {
    "name": "quota",
    "namespace": "marketresearch"
  },
  "spec": {
    "hard": {
      "requests.cpu": "64",
      "requests.memory": "256Gi",
      "requests.nvidia.com/gpu": "8"
    }
  }
});
new ApiObject(chart, 'o10', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "loki-data-source",
    "namespace": "monitoring",
    "labels": {
      "grafana_datasource": "1"
    }
  },
  "data": {
    "loki.yaml": "{\n  \"apiVersion\": 1,\n  \"datasources\": [\n    {\n      \"name\": \"Loki\",\n      \"uid\": \"loki\",\n      \"type\": \"loki\",\n      \"access\": \"proxy\",\n      \"url\": \"http://loki.monitoring.svc.cluster.local:3100\",\n      \"isDefault\": false,\n      \"editable\": false\n    }\n  ]\n}\n"
  }
});
new ApiObject(chart, 'o11', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "monitoring"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o12', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "argocd",
      "app.kubernetes.io/part-of": "marketresearch",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "baseline",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o13', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "external-dns",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-dns-namespace",
      "app.kubernetes.io/part-of": "marketresearch",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o14', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "external-secrets",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-secrets-namespace",
      "app.kubernetes.io/part-of": "marketresearch",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o15', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "marketresearch",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "marketresearch",
      "app.kubernetes.io/part-of": "marketresearch",
      "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o16', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "monitoring",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "monitoring",
      "app.kubernetes.io/part-of": "marketresearch",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "baseline",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o17', {
  "apiVersion": "v1",
  "kind": "PersistentVolume",
  "metadata": {
    "name": "marketresearch-prod-embeddings-index",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "embeddings-index",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "accessModes": [
      "ReadWriteMany"
    ],
    "capacity": {
      "storage": "100Gi"
    },
    "claimRef": {
      "name": "embeddings-index",
      "namespace": "marketresearch"
    },
    "csi": {
      "driver": "efs.csi.aws.com",
      "volumeHandle": "fs-00000000000019b0d::fsap-00000000000019b0d"
    },
    "mountOptions": [
      "tls"
    ],
    "persistentVolumeReclaimPolicy": "Retain",
    "storageClassName": "",
    "volumeMode": "Filesystem"
  }
});
new ApiObject(chart, 'o18', {
  "apiVersion": "v1",
  "kind": "PersistentVolume",
  "metadata": {
    "name": "marketresearch-prod-model-store",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-store",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "accessModes": [
      "ReadWriteMany"
    ],
    "capacity": {
      "storage": "100Gi"
    },
    "claimRef": {
      "name": "model-store",
      "namespace": "marketresearch"
    },
    "csi": {
      "driver": "efs.csi.aws.com",
      "volumeHandle": "fs-00000000000029b0d::fsap-00000000000029b0d"
    },
    "mountOptions": [
      "tls"
    ],
    "persistentVolumeReclaimPolicy": "Retain",
    "storageClassName": "",
    "volumeMode": "Filesystem"
  }
});
new ApiObject(chart, 'o19', {
  "apiVersion": "storage.k8s.io/v1",
  "kind": "StorageClass",
  "metadata": {
    "name": "loki"
  },
  "allowVolumeExpansion": true,
  "parameters": {
    "encrypted": "true",
    "type": "gp3"
  },
  "provisioner": "ebs.csi.aws.com",
  "reclaimPolicy": "Retain",
  "volumeBindingMode": "WaitForFirstConsumer"
});
new ApiObject(chart, 'o20', {
  "apiVersion": "storage.k8s.io/v1",
  "kind": "StorageClass",
  "metadata": {
    "name": "prometheus"
  },
  "allowVolumeExpansion": true,
  "parameters": {
    "encrypted": "true",
    "type": "gp3"
  },
  "provisioner": "ebs.csi.aws.com",
  "reclaimPolicy": "Retain",
  "volumeBindingMode": "WaitForFirstConsumer"
});
}
{
  const chart = new Chart(app, "marketresearch-prod-eks-prod-inference-api", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 600,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "inference-api",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "inference-api",
          "app.kubernetes.io/part-of": "marketresearch"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "LOG_FIELDS",
                "value": "timestamp,service,level,message,request_id"
              },
              {
                "name": "LOG_FORMAT",
                "value": "json"
              },
              {
                "name": "NER_SERVICE_HOST",
                "value": "ner-service.marketresearch.svc.cluster.local"
              },
              {
                "name": "NER_SERVICE_PORT",
                "value": "8001"
              },
              {
                "name": "OPENAI_API_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "api_key",
                    "name": "inference-api-marketresearch-secrets-openai-api-key",
                    "optional": true
                  }
                }
              },
              {
                "name": "PORT",
                "value": "8000"
              }
            ],
            "image": "444455556666.dkr.ecr.us-east-1.amazonaws.com/marketresearch/prod/inference-api:v1.0.0",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "inference-api",
            "ports": [
              {
                "containerPort": 8000,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "1Gi"
              },
              "requests": {
                "cpu": "500m",
                "ephemeral-storage": "1Gi",
                "memory": "1Gi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 60,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 5,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              },
              {
                "mountPath": "/index",
                "name": "index",
                "readOnly": true
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "inference-api",
        "terminationGracePeriodSeconds": 150,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "inference-api",
                "app.kubernetes.io/part-of": "marketresearch"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "inference-api",
                "app.kubernetes.io/part-of": "marketresearch"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          },
          {
            "name": "index",
            "persistentVolumeClaim": {
              "claimName": "embeddings-index",
              "readOnly": true
            }
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "inference-api-marketresearch-secrets-openai-api-key",
    "namespace": "marketresearch",
    "annotations": {
      "argocd.argoproj.io/ignore-healthcheck": "true"
    }
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "marketresearch/prod/openai-api-key",
          "property": "api_key"
        },
        "secretKey": "api_key"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "inference-api-marketresearch-secrets-openai-api-key"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 20,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 2,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "inference-api"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 8001,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "marketresearch"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "ner-service",
                "app.kubernetes.io/part-of": "marketresearch"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.30.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.30.0.0/22"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.4.0/22"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.8.0/22"
            }
          }
        ],
        "ports": [
          {
            "port": 8000,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8000,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "inference-api",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "inference-api",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8000,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o7', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "inference-api",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    }
  }
});
}
{
  const chart = new Chart(app, "marketresearch-prod-eks-prod-model-sync", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "model-sync",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-sync",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "data": {
    "sync.sh": "set -euo pipefail\nloaded=\"$LOADED_1_MODELS\"\nsettle=300\nfailed=0\nbucket=\"$SOURCE_BUCKET\"\nfolders=\"$(aws s3api list-objects-v2 --bucket \"$bucket\" --prefix \"$PREFIX\" --delimiter / \\\n  --query \"CommonPrefixes[].Prefix\" --output text)\"\n\n# Versions of a model in the bucket, the oldest first.\nversions_of() {\n  for folder in $folders; do\n    name=\"${folder#\"$PREFIX\"}\"\n    name=\"${name%/}\"\n    if [[ \"$name\" =~ ^$1-v[0-9]+\\.[0-9]+\\.[0-9]+$ ]]; then echo \"$name\"; fi\n  done | sort -V\n}\n\nfetch() {\n  if [ -d \"$TARGET/$1\" ]; then return; fi\n  newest=\"$(aws s3api list-objects-v2 --bucket \"$bucket\" --prefix \"$PREFIX$1/\" \\\n    --query \"Contents[].LastModified\" --output text | tr \"\\t\" \"\\n\" | sort | tail -n 1)\"\n  if [ -z \"$newest\" ] || [ \"$newest\" = None ]; then\n    echo \"$1 is not in the bucket\" >&2\n    failed=1\n    return\n  fi\n  if [ \"$(date -d \"$newest\" +%s)\" -gt \"$(($(date +%s) - settle))\" ]; then\n    echo \"$1 may not be whole yet: its last object came at $newest\"\n    waiting=1\n    return\n  fi\n  rm -rf \"$TARGET/.incoming/$1\"\n  mkdir -p \"$TARGET/.incoming/$1\"\n  aws s3 cp --recursive --only-show-errors \"s3://$bucket/$PREFIX$1/\" \"$TARGET/.incoming/$1/\"\n  mv \"$TARGET/.incoming/$1\" \"$TARGET/$1\"\n  echo \"fetched $1\"\n}\n\n# Name, number of versions, folders that stay in any case.\nkeep_model() {\n  model=\"$1\"\n  waiting=0\n  wanted=\"$(versions_of \"$model\" | tail -n \"$2\")\"\n  # What the bucket does not show is no reason to remove what services read.\n  if [ -z \"$wanted\" ]; then echo \"no version of $model in the bucket\" >&2; exit 1; fi\n  wanted=\"$wanted ${*:3}\"\n  for name in $loaded; do\n    if [[ \"$name\" == \"$model\"-v[0-9]* ]]; then wanted=\"$wanted $name\"; fi\n  done\n  for name in $wanted; do fetch \"$name\"; done\n  # Until the newest is there, the oldest stays.\n  if [ \"$waiting\" = 1 ]; then return; fi\n  for path in \"$TARGET/$model\"-v[0-9]*; do\n    name=\"${path##*/}\"\n    if [ -d \"$path\" ] && [[ \" ${wanted//$'\\n'/ } \" != *\" $name \"* ]]; then\n      rm -rf \"$path\"\n      echo \"removed $name\"\n    fi\n  done\n}\n\nkeep_model ner 3\nrm -rf \"$TARGET/.incoming\"\nexit \"$failed\"\n"
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "batch/v1",
  "kind": "CronJob",
  "metadata": {
    "name": "model-sync",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-sync",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "concurrencyPolicy": "Forbid",
    "failedJobsHistoryLimit": 3,
    "jobTemplate": {
      "spec": {
        "activeDeadlineSeconds": 3600,
        "backoffLimit": 3,
        "template": {
          "metadata": {
            "annotations": {
              "karpenter.sh/do-not-disrupt": "true",
              "slipway.dev/files-checksum": "f7bc86c196c103d1"
            },
            "labels": {
              "app.kubernetes.io/component": "job",
              "app.kubernetes.io/managed-by": "slipway",
              "app.kubernetes.io/name": "model-sync",
              "app.kubernetes.io/part-of": "marketresearch"
            }
          },
          "spec": {
            "automountServiceAccountToken": false,
            "containers": [
              {
                "command": [
                  "/bin/bash",
                  "/config/sync.sh"
                ],
                "env": [
                  {
                    "name": "HOME",
                    "value": "/tmp"
                  },
                  {
                    "name": "LOADED_1_MODELS",
                    "value": "ner-v1.1.0"
                  },
                  {
                    "name": "LOG_FIELDS",
                    "value": "timestamp,service,level,message,request_id"
                  },
                  {
                    "name": "LOG_FORMAT",
                    "value": "json"
                  },
                  {
                    "name": "PREFIX",
                    "value": ""
                  },
                  {
                    "name": "SOURCE_BUCKET",
                    "value": "marketresearch-prod-models"
                  },
                  {
                    "name": "TARGET",
                    "value": "/models"
                  }
                ],
                "image": "public.ecr.aws/aws-cli/aws-cli:2.31.0",
                "imagePullPolicy": "IfNotPresent",
                "name": "model-sync",
                "resources": {
                  "limits": {
                    "ephemeral-storage": "1Gi",
                    "memory": "512Mi"
                  },
                  "requests": {
                    "cpu": "500m",
                    "ephemeral-storage": "1Gi",
                    "memory": "512Mi"
                  }
                },
                "securityContext": {
                  "allowPrivilegeEscalation": false,
                  "capabilities": {
                    "drop": [
                      "ALL"
                    ]
                  },
                  "readOnlyRootFilesystem": true,
                  "runAsNonRoot": true
                },
                "volumeMounts": [
                  {
                    "mountPath": "/tmp",
                    "name": "tmp"
                  },
                  {
                    "mountPath": "/models",
                    "name": "models",
                    "readOnly": false
                  },
                  {
                    "mountPath": "/config",
                    "name": "config",
                    "readOnly": true
                  }
                ]
              }
            ],
            "enableServiceLinks": false,
            "restartPolicy": "Never",
            "securityContext": {
              "fsGroup": 10001,
              "fsGroupChangePolicy": "OnRootMismatch",
              "runAsGroup": 10001,
              "runAsNonRoot": true,
              "runAsUser": 10001,
              "seccompProfile": {
                "type": "RuntimeDefault"
              }
            },
            "serviceAccountName": "model-sync",
            "volumes": [
              {
                "emptyDir": {},
                "name": "tmp"
              },
              {
                "name": "models",
                "persistentVolumeClaim": {
                  "claimName": "model-store",
                  "readOnly": false
                }
              },
              {
                "configMap": {
                  "name": "model-sync"
                },
                "name": "config"
              }
            ]
          }
        },
        "ttlSecondsAfterFinished": 86400
      }
    },
    "schedule": "*/15 * * * *",
    "startingDeadlineSeconds": 3600,
    "successfulJobsHistoryLimit": 3,
    "timeZone": "Etc/UTC"
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "model-sync",
    "namespace": "marketresearch"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.30.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "model-sync",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "model-sync",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-sync",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "automountServiceAccountToken": false
});
}
{
  const chart = new Chart(app, "marketresearch-prod-eks-prod-monitoring", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "monitoring.coreos.com/v1alpha1",
  "kind": "AlertmanagerConfig",
  "metadata": {
    "name": "alerts",
    "namespace": "monitoring",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "alerts",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "inhibitRules": [
      {
        "equal": [
          "alertname",
          "namespace"
        ],
        "sourceMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "critical"
          }
        ],
        "targetMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "warning"
          }
        ]
      },
      {
        "equal": [
          "alertname",
          "namespace"
        ],
        "sourceMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "critical"
          }
        ],
        "targetMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "info"
          }
        ]
      },
      {
        "equal": [
          "alertname",
          "namespace"
        ],
        "sourceMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "warning"
          }
        ],
        "targetMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "info"
          }
        ]
      }
    ],
    "receivers": [
      {
        "name": "nobody"
      },
      {
        "name": "team",
        "slackConfigs": [
          {
            "apiURL": {
              "key": "url",
              "name": "alerts-slack-slack"
            },
            "channel": "#marketresearch-alerts",
            "sendResolved": true,
            "text": "{{ range .Alerts }}{{ .Annotations.summary }} ({{ .Labels.namespace }}){{ if .Annotations.runbook_url }} {{ .Annotations.runbook_url }}{{ end }}\n{{ end }}",
            "title": "[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }}"
          }
        ]
      }
    ],
    "route": {
      "groupBy": [
        "alertname",
        "namespace"
      ],
      "receiver": "nobody",
      "routes": [
        {
          "groupInterval": "1m",
          "groupWait": "30s",
          "matchers": [
            {
              "matchType": "=",
              "name": "severity",
              "value": "critical"
            }
          ],
          "receiver": "team",
          "repeatInterval": "1h"
        },
        {
          "groupInterval": "5m",
          "groupWait": "30s",
          "matchers": [
            {
              "matchType": "=",
              "name": "severity",
              "value": "warning"
            }
          ],
          "receiver": "team",
          "repeatInterval": "4h"
        }
      ]
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "dashboard-gpu",
    "namespace": "monitoring",
    "annotations": {
      "grafana_folder": "marketresearch"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu",
      "app.kubernetes.io/part-of": "marketresearch",
      "grafana_dashboard": "1"
    }
  },
  "data": {
    "gpu.json": "{\n  \"editable\": false,\n  \"graphTooltip\": 1,\n  \"panels\": [\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 0\n      },\n      \"id\": 1,\n      \"panels\": [],\n      \"title\": \"GPUs\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"max\": 100,\n          \"min\": 0,\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"percent\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 1\n      },\n      \"id\": 2,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"avg by (Hostname, gpu) (DCGM_FI_DEV_GPU_UTIL)\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{Hostname}} {{gpu}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"GPU utilization\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"max\": 100,\n          \"min\": 0,\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"percent\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 1\n      },\n      \"id\": 3,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"100 * max by (Hostname, gpu) (DCGM_FI_DEV_FB_USED / (DCGM_FI_DEV_FB_USED + DCGM_FI_DEV_FB_FREE))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{Hostname}} {{gpu}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"GPU memory\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"celsius\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 9\n      },\n      \"id\": 4,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"max by (Hostname, gpu) (DCGM_FI_DEV_GPU_TEMP)\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{Hostname}} {{gpu}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"GPU temperature\",\n      \"type\": \"timeseries\"\n    }\n  ],\n  \"refresh\": \"30s\",\n  \"schemaVersion\": 39,\n  \"tags\": [\n    \"marketresearch\",\n    \"prod\"\n  ],\n  \"templating\": {\n    \"list\": []\n  },\n  \"time\": {\n    \"from\": \"now-6h\",\n    \"to\": \"now\"\n  },\n  \"timezone\": \"utc\",\n  \"title\": \"GPU\",\n  \"uid\": \"marketresearch-prod-gpu\",\n  \"version\": 1\n}\n"
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "dashboard-inference",
    "namespace": "monitoring",
    "annotations": {
      "grafana_folder": "marketresearch"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference",
      "app.kubernetes.io/part-of": "marketresearch",
      "grafana_dashboard": "1"
    }
  },
  "data": {
    "inference.json": "{\n  \"editable\": false,\n  \"graphTooltip\": 1,\n  \"panels\": [\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 0\n      },\n      \"id\": 1,\n      \"panels\": [],\n      \"title\": \"Requests\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"reqps\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 1\n      },\n      \"id\": 2,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum(rate(inference_requests_total[5m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"requests\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Inference requests\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"description\": \"Alert HighInferenceLatency (warning): > 2 for 5m\",\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"line\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              },\n              {\n                \"color\": \"orange\",\n                \"value\": 2\n              }\n            ]\n          },\n          \"unit\": \"s\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 1\n      },\n      \"id\": 3,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"histogram_quantile(0.50, sum by (le) (rate(inference_latency_seconds_bucket[5m])))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"p50\",\n          \"range\": true,\n          \"refId\": \"A\"\n        },\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"histogram_quantile(0.95, sum by (le) (rate(inference_latency_seconds_bucket[5m])))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"p95\",\n          \"range\": true,\n          \"refId\": \"B\"\n        },\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"histogram_quantile(0.99, sum by (le) (rate(inference_latency_seconds_bucket[5m])))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"p99\",\n          \"range\": true,\n          \"refId\": \"C\"\n        }\n      ],\n      \"title\": \"Inference latency, p50, p95, p99\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"s\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 9\n      },\n      \"id\": 4,\n      \"options\": {\n        \"calculate\": false,\n        \"cellGap\": 1,\n        \"color\": {\n          \"mode\": \"scheme\",\n          \"scheme\": \"Oranges\",\n          \"steps\": 64\n        },\n        \"tooltip\": {\n          \"mode\": \"single\",\n          \"yHistogram\": true\n        },\n        \"yAxis\": {\n          \"axisPlacement\": \"left\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (le) (increase(inference_latency_seconds_bucket[1m]))\",\n          \"format\": \"heatmap\",\n          \"instant\": false,\n          \"legendFormat\": \"{{le}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Distribution of latencies\",\n      \"type\": \"heatmap\"\n    },\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 17\n      },\n      \"id\": 5,\n      \"panels\": [],\n      \"title\": \"Models and index\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"ops\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 18\n      },\n      \"id\": 6,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum(rate(ner_entities_extracted_total[5m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"entities\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Entities extracted\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 18\n      },\n      \"id\": 7,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"max(embedding_index_size)\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"documents\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Documents in the index\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 6,\n        \"x\": 0,\n        \"y\": 26\n      },\n      \"id\": 8,\n      \"options\": {\n        \"colorMode\": \"value\",\n        \"graphMode\": \"area\",\n        \"reduceOptions\": {\n          \"calcs\": [\n            \"lastNotNull\"\n          ],\n          \"fields\": \"\",\n          \"values\": false\n        },\n        \"textMode\": \"auto\"\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"max(embedding_index_size)\",\n          \"format\": \"time_series\",\n          \"instant\": true,\n          \"legendFormat\": \"documents\",\n          \"range\": false,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Documents in the index now\",\n      \"type\": \"stat\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 6,\n        \"x\": 6,\n        \"y\": 26\n      },\n      \"id\": 9,\n      \"options\": {\n        \"colorMode\": \"value\",\n        \"graphMode\": \"area\",\n        \"reduceOptions\": {\n          \"calcs\": [\n            \"lastNotNull\"\n          ],\n          \"fields\": \"\",\n          \"values\": false\n        },\n        \"textMode\": \"auto\"\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"(time() - max by (cronjob) (kube_cronjob_status_last_successful_time{namespace=\\\"marketresearch\\\"})) / 3600\",\n          \"format\": \"time_series\",\n          \"instant\": true,\n          \"legendFormat\": \"{{cronjob}}\",\n          \"range\": false,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Hours since the last run that ended well\",\n      \"type\": \"stat\"\n    }\n  ],\n  \"refresh\": \"30s\",\n  \"schemaVersion\": 39,\n  \"tags\": [\n    \"marketresearch\",\n    \"prod\"\n  ],\n  \"templating\": {\n    \"list\": []\n  },\n  \"time\": {\n    \"from\": \"now-6h\",\n    \"to\": \"now\"\n  },\n  \"timezone\": \"utc\",\n  \"title\": \"Inference\",\n  \"uid\": \"marketresearch-prod-inference\",\n  \"version\": 1\n}\n"
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "dashboard-workloads",
    "namespace": "monitoring",
    "annotations": {
      "grafana_folder": "marketresearch"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "workloads",
      "app.kubernetes.io/part-of": "marketresearch",
      "grafana_dashboard": "1"
    }
  },
  "data": {
    "workloads.json": "{\n  \"editable\": false,\n  \"graphTooltip\": 1,\n  \"panels\": [\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 0\n      },\n      \"id\": 1,\n      \"panels\": [],\n      \"title\": \"Replicas\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 1\n      },\n      \"id\": 2,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (deployment) (kube_deployment_status_replicas_available{namespace=\\\"marketresearch\\\"})\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{deployment}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Replicas that are ready\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 1\n      },\n      \"id\": 3,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (pod) (increase(kube_pod_container_status_restarts_total{namespace=\\\"marketresearch\\\"}[1h])) > 0\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{pod}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Restarts in the last hour\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 9\n      },\n      \"id\": 4,\n      \"panels\": [],\n      \"title\": \"Use\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 10\n      },\n      \"id\": 5,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (container) (rate(container_cpu_usage_seconds_total{namespace=\\\"marketresearch\\\",container!=\\\"\\\"}[5m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{container}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"CPU\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"bytes\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 10\n      },\n      \"id\": 6,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (container) (container_memory_working_set_bytes{namespace=\\\"marketresearch\\\",container!=\\\"\\\"})\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{container}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Memory\",\n      \"type\": \"timeseries\"\n    }\n  ],\n  \"refresh\": \"30s\",\n  \"schemaVersion\": 39,\n  \"tags\": [\n    \"marketresearch\",\n    \"prod\"\n  ],\n  \"templating\": {\n    \"list\": []\n  },\n  \"time\": {\n    \"from\": \"now-6h\",\n    \"to\": \"now\"\n  },\n  \"timezone\": \"utc\",\n  \"title\": \"Workloads\",\n  \"uid\": \"marketresearch-prod-workloads\",\n  \"version\": 1\n}\n"
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "alerts-slack-slack",
    "namespace": "monitoring"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "marketresearch/prod/slack",
          "property": "url"
        },
        "secretKey": "url"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "monitoring-secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "alerts-slack-slack"
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "alerts",
    "namespace": "monitoring"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.30.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "alertmanager"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PrometheusRule",
  "metadata": {
    "name": "rules",
    "namespace": "monitoring",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "rules",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "groups": [
      {
        "interval": "1m",
        "name": "marketresearch",
        "rules": [
          {
            "alert": "HighInferenceLatency",
            "annotations": {
              "summary": "P95 inference latency > 2s for 5 minutes"
            },
            "expr": "histogram_quantile(0.95, sum by (le) (rate(inference_latency_seconds_bucket[5m]))) > 2",
            "for": "5m",
            "labels": {
              "severity": "warning"
            }
          }
        ]
      }
    ]
  }
});
}
{
  const chart = new Chart(app, "marketresearch-prod-eks-prod-ner-service", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 900,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "ner-service",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "ner-service",
          "app.kubernetes.io/part-of": "marketresearch"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "LOG_FIELDS",
                "value": "timestamp,service,level,message,request_id"
              },
              {
                "name": "LOG_FORMAT",
                "value": "json"
              },
              {
                "name": "MODEL_PATH",
                "value": "/models/ner-v1.1.0"
              },
              {
                "name": "PORT",
                "value": "8001"
              }
            ],
            "image": "444455556666.dkr.ecr.us-east-1.amazonaws.com/marketresearch/prod/ner-service:v1.0.0",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "ner-service",
            "ports": [
              {
                "containerPort": 8001,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "10Gi",
                "memory": "16Gi",
                "nvidia.com/gpu": 1
              },
              "requests": {
                "cpu": "4",
                "ephemeral-storage": "10Gi",
                "memory": "16Gi",
                "nvidia.com/gpu": 1
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 60,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              },
              {
                "mountPath": "/models",
                "name": "loaded-models",
                "readOnly": true
              },
              {
                "mountPath": "/dev/shm",
                "name": "shared-memory"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "nodeSelector": {
          "karpenter.sh/nodepool": "gpu-inference"
        },
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "ner-service",
        "terminationGracePeriodSeconds": 60,
        "tolerations": [
          {
            "effect": "NoSchedule",
            "key": "nvidia.com/gpu",
            "operator": "Exists"
          }
        ],
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "ner-service",
                "app.kubernetes.io/part-of": "marketresearch"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "ner-service",
                "app.kubernetes.io/part-of": "marketresearch"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          },
          {
            "name": "loaded-models",
            "persistentVolumeClaim": {
              "claimName": "model-store",
              "readOnly": true
            }
          },
          {
            "emptyDir": {
              "medium": "Memory"
            },
            "name": "shared-memory"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 3,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 2,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "ner-service"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "marketresearch"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "inference-api",
                "app.kubernetes.io/part-of": "marketresearch"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8001,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8001,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "ner-service",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "ner-service",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8001,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o6', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "ner-service",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    }
  }
});
}
{
  const chart = new Chart(app, "marketresearch-prod-eks-prod-node-pools", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "karpenter.k8s.aws/v1",
  "kind": "EC2NodeClass",
  "metadata": {
    "name": "general",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "general",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "amiSelectorTerms": [
      {
        "alias": "al2023@v20260903"
      }
    ],
    "blockDeviceMappings": [
      {
        "deviceName": "/dev/xvda",
        "ebs": {
          "deleteOnTermination": true,
          "encrypted": true,
          "volumeSize": "100Gi",
          "volumeType": "gp3"
        }
      }
    ],
    "instanceProfile": "marketresearch-prod-karpenter-access-node",
    "metadataOptions": {
      "httpEndpoint": "enabled",
      "httpPutResponseHopLimit": 1,
      "httpTokens": "required"
    },
    "securityGroupSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "marketresearch-prod-eks"
        }
      },
      {
        "tags": {
          "aws:eks:cluster-name": "marketresearch-prod-eks"
        }
      }
    ],
    "subnetSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "marketresearch-prod-main"
        }
      }
    ],
    "tags": {
      "Name": "marketresearch-prod-eks-general",
      "cost-centre": "marketresearch",
      "environment": "prod",
      "managed-by": "slipway",
      "owner": "research-platform",
      "recovery-point-objective": "60",
      "recovery-time-objective": "240",
      "system": "marketresearch"
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "karpenter.k8s.aws/v1",
  "kind": "EC2NodeClass",
  "metadata": {
    "name": "gpu-inference",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-inference",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "amiSelectorTerms": [
      {
        "alias": "al2023@v20260903"
      }
    ],
    "blockDeviceMappings": [
      {
        "deviceName": "/dev/xvda",
        "ebs": {
          "deleteOnTermination": true,
          "encrypted": true,
          "volumeSize": "100Gi",
          "volumeType": "gp3"
        }
      }
    ],
    "instanceProfile": "marketresearch-prod-karpenter-access-node",
    "metadataOptions": {
      "httpEndpoint": "enabled",
      "httpPutResponseHopLimit": 1,
      "httpTokens": "required"
    },
    "securityGroupSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "marketresearch-prod-eks"
        }
      },
      {
        "tags": {
          "aws:eks:cluster-name": "marketresearch-prod-eks"
        }
      }
    ],
    "subnetSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "marketresearch-prod-main"
        }
      }
    ],
    "tags": {
      "Name": "marketresearch-prod-eks-gpu-inference",
      "cost-centre": "marketresearch",
      "environment": "prod",
      "managed-by": "slipway",
      "owner": "research-platform",
      "recovery-point-objective": "60",
      "recovery-time-objective": "240",
      "system": "marketresearch"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "karpenter.k8s.aws/v1",
  "kind": "EC2NodeClass",
  "metadata": {
    "name": "gpu-training",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-training",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "amiSelectorTerms": [
      {
        "alias": "al2023@v20260903"
      }
    ],
    "blockDeviceMappings": [
      {
        "deviceName": "/dev/xvda",
        "ebs": {
          "deleteOnTermination": true,
          "encrypted": true,
          "volumeSize": "200Gi",
          "volumeType": "gp3"
        }
      }
    ],
    "instanceProfile": "marketresearch-prod-karpenter-access-node",
    "metadataOptions": {
      "httpEndpoint": "enabled",
      "httpPutResponseHopLimit": 1,
      "httpTokens": "required"
    },
    "securityGroupSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "marketresearch-prod-eks"
        }
      },
      {
        "tags": {
          "aws:eks:cluster-name": "marketresearch-prod-eks"
        }
      }
    ],
    "subnetSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "marketresearch-prod-main"
        }
      }
    ],
    "tags": {
      "Name": "marketresearch-prod-eks-gpu-training",
      "cost-centre": "marketresearch",
      "environment": "prod",
      "managed-by": "slipway",
      "owner": "research-platform",
      "recovery-point-objective": "60",
      "recovery-time-objective": "240",
      "system": "marketresearch"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "karpenter.sh/v1",
  "kind": "NodePool",
  "metadata": {
    "name": "general",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "general",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "disruption": {
      "budgets": [
        {
          "nodes": "10%"
        }
      ],
      "consolidateAfter": "300s",
      "consolidationPolicy": "WhenEmptyOrUnderutilized"
    },
    "limits": {
      "cpu": 64,
      "memory": "256Gi"
    },
    "template": {
      "metadata": {
        "labels": {}
      },
      "spec": {
        "expireAfter": "720h",
        "nodeClassRef": {
          "group": "karpenter.k8s.aws",
          "kind": "EC2NodeClass",
          "name": "general"
        },
        "requirements": [
          {
            "key": "node.kubernetes.io/instance-type",
            "operator": "In",
            "values": [
              "m6i.large",
              "m6i.xlarge",
              "m6i.2xlarge"
            ]
          },
          {
            "key": "karpenter.sh/capacity-type",
            "operator": "In",
            "values": [
              "on-demand"
            ]
          }
        ],
        "terminationGracePeriod": "60m"
      }
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "karpenter.sh/v1",
  "kind": "NodePool",
  "metadata": {
    "name": "gpu-inference",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-inference",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "disruption": {
      "budgets": [
        {
          "nodes": "10%"
        }
      ],
      "consolidateAfter": "300s",
      "consolidationPolicy": "WhenEmpty"
    },
    "limits": {
      "nvidia.com/gpu": 4
    },
    "template": {
      "metadata": {
        "labels": {
          "nvidia.com/gpu.present": "true"
        }
      },
      "spec": {
        "expireAfter": "720h",
        "nodeClassRef": {
          "group": "karpenter.k8s.aws",
          "kind": "EC2NodeClass",
          "name": "gpu-inference"
        },
        "requirements": [
          {
            "key": "node.kubernetes.io/instance-type",
            "operator": "In",
            "values": [
              "g5.2xlarge",
              "g4dn.2xlarge"
            ]
          },
          {
            "key": "karpenter.sh/capacity-type",
            "operator": "In",
            "values": [
              "on-demand"
            ]
          }
        ],
        "taints": [
          {
            "effect": "NoSchedule",
            "key": "nvidia.com/gpu",
            "value": "true"
          }
        ],
        "terminationGracePeriod": "60m"
      }
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "karpenter.sh/v1",
  "kind": "NodePool",
  "metadata": {
    "name": "gpu-training",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-training",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "disruption": {
      "budgets": [
        {
          "nodes": "10%"
        }
      ],
      "consolidateAfter": "300s",
      "consolidationPolicy": "WhenEmpty"
    },
    "limits": {
      "nvidia.com/gpu": 4
    },
    "template": {
      "metadata": {
        "labels": {
          "nvidia.com/gpu.present": "true"
        }
      },
      "spec": {
        "expireAfter": "720h",
        "nodeClassRef": {
          "group": "karpenter.k8s.aws",
          "kind": "EC2NodeClass",
          "name": "gpu-training"
        },
        "requirements": [
          {
            "key": "node.kubernetes.io/instance-type",
            "operator": "In",
            "values": [
              "g5.12xlarge",
              "g4dn.12xlarge"
            ]
          },
          {
            "key": "karpenter.sh/capacity-type",
            "operator": "In",
            "values": [
              "on-demand"
            ]
          }
        ],
        "taints": [
          {
            "effect": "NoSchedule",
            "key": "nvidia.com/gpu",
            "value": "true"
          }
        ],
        "terminationGracePeriod": "2880m"
      }
    }
  }
});
}
{
  const chart = new Chart(app, "marketresearch-prod-eks-prod-training", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "batch/v1",
  "kind": "CronJob",
  "metadata": {
    "name": "training",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "training",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "concurrencyPolicy": "Forbid",
    "failedJobsHistoryLimit": 3,
    "jobTemplate": {
      "spec": {
        "activeDeadlineSeconds": 172800,
        "backoffLimit": 3,
        "template": {
          "metadata": {
            "annotations": {
              "karpenter.sh/do-not-disrupt": "true"
            },
            "labels": {
              "app.kubernetes.io/component": "job",
              "app.kubernetes.io/managed-by": "slipway",
              "app.kubernetes.io/name": "training",
              "app.kubernetes.io/part-of": "marketresearch"
            }
          },
          "spec": {
            "automountServiceAccountToken": false,
            "containers": [
              {
                "env": [
                  {
                    "name": "LOG_FIELDS",
                    "value": "timestamp,service,level,message,request_id"
                  },
                  {
                    "name": "LOG_FORMAT",
                    "value": "json"
                  },
                  {
                    "name": "MODELS_BUCKET",
                    "value": "marketresearch-prod-models"
                  }
                ],
                "image": "444455556666.dkr.ecr.us-east-1.amazonaws.com/marketresearch/prod/training:v1.0.0",
                "imagePullPolicy": "IfNotPresent",
                "name": "training",
                "resources": {
                  "limits": {
                    "ephemeral-storage": "100Gi",
                    "memory": "32Gi",
                    "nvidia.com/gpu": 4
                  },
                  "requests": {
                    "cpu": "8",
                    "ephemeral-storage": "100Gi",
                    "memory": "32Gi",
                    "nvidia.com/gpu": 4
                  }
                },
                "securityContext": {
                  "allowPrivilegeEscalation": false,
                  "capabilities": {
                    "drop": [
                      "ALL"
                    ]
                  },
                  "readOnlyRootFilesystem": true,
                  "runAsNonRoot": true
                },
                "volumeMounts": [
                  {
                    "mountPath": "/tmp",
                    "name": "tmp"
                  },
                  {
                    "mountPath": "/dev/shm",
                    "name": "shared-memory"
                  }
                ]
              }
            ],
            "enableServiceLinks": false,
            "nodeSelector": {
              "karpenter.sh/nodepool": "gpu-training"
            },
            "restartPolicy": "Never",
            "securityContext": {
              "fsGroup": 10001,
              "fsGroupChangePolicy": "OnRootMismatch",
              "runAsGroup": 10001,
              "runAsNonRoot": true,
              "runAsUser": 10001,
              "seccompProfile": {
                "type": "RuntimeDefault"
              }
            },
            "serviceAccountName": "training",
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "nvidia.com/gpu",
                "operator": "Exists"
              }
            ],
            "volumes": [
              {
                "emptyDir": {},
                "name": "tmp"
              },
              {
                "emptyDir": {
                  "medium": "Memory"
                },
                "name": "shared-memory"
              }
            ]
          }
        },
        "ttlSecondsAfterFinished": 86400
      }
    },
    "schedule": "@yearly",
    "startingDeadlineSeconds": 3600,
    "successfulJobsHistoryLimit": 3,
    "suspend": true,
    "timeZone": "Etc/UTC"
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "training",
    "namespace": "marketresearch"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.30.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "training",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "training",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "training",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "automountServiceAccountToken": false
});
}
{
  const chart = new Chart(app, "marketresearch-prod-eks-root", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-edge-ingress",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-prod-eks/prod-edge-ingress",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-embedder",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-prod-eks/prod-embedder",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-environment",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "-2"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-prod-eks/prod-environment",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-external-dns",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "0",
      "slipway.dev/footprint": "{\"controller\":{\"replicas\":1,\"cpu\":\"25m\",\"memory\":\"64Mi\",\"memoryLimit\":\"128Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/external-dns/external-dns"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-dns",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "external-dns",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "chart": "external-dns",
      "helm": {
        "releaseName": "external-dns",
        "skipCrds": true,
        "valuesObject": {
          "domainFilters": [
            "marketresearch.example.com"
          ],
          "extraArgs": [
            "--aws-zone-type=public"
          ],
          "interval": "60s",
          "logFormat": "json",
          "policy": "sync",
          "provider": {
            "name": "aws"
          },
          "registry": "txt",
          "resources": {
            "limits": {
              "memory": "128Mi"
            },
            "requests": {
              "cpu": "25m",
              "memory": "64Mi"
            }
          },
          "sources": [
            "ingress"
          ],
          "triggerLoopOnEvent": true,
          "txtOwnerId": "marketresearch-prod"
        }
      },
      "repoURL": "https://kubernetes-sigs.github.io/external-dns",
      "targetRevision": "1.19.0"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-external-secrets",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1",
      "slipway.dev/footprint": "{\"cert-controller\":{\"replicas\":1,\"cpu\":\"25m\",\"memory\":\"96Mi\",\"memoryLimit\":\"192Mi\"},\"controller\":{\"replicas\":2,\"cpu\":\"50m\",\"memory\":\"128Mi\",\"memoryLimit\":\"256Mi\"},\"webhook\":{\"replicas\":2,\"cpu\":\"25m\",\"memory\":\"64Mi\",\"memoryLimit\":\"128Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/external-secrets/external-secrets"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-secrets",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "external-secrets",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "chart": "external-secrets",
      "helm": {
        "releaseName": "external-secrets",
        "valuesObject": {
          "certController": {
            "priorityClassName": "system-cluster-critical",
            "replicaCount": 1,
            "resources": {
              "limits": {
                "memory": "192Mi"
              },
              "requests": {
                "cpu": "25m",
                "memory": "96Mi"
              }
            }
          },
          "crds": {
            "annotations": {
              "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
            }
          },
          "leaderElect": true,
          "podDisruptionBudget": {
            "enabled": true
          },
          "priorityClassName": "system-cluster-critical",
          "rbac": {
            "aggregateToEdit": false
          },
          "replicaCount": 2,
          "resources": {
            "limits": {
              "memory": "256Mi"
            },
            "requests": {
              "cpu": "50m",
              "memory": "128Mi"
            }
          },
          "webhook": {
            "priorityClassName": "system-cluster-critical",
            "replicaCount": 2,
            "resources": {
              "limits": {
                "memory": "128Mi"
              },
              "requests": {
                "cpu": "25m",
                "memory": "64Mi"
              }
            }
          }
        }
      },
      "repoURL": "https://charts.external-secrets.io",
      "targetRevision": "1.3.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-gitops-server",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-2",
      "slipway.dev/footprint": "{\"applicationset\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"128Mi\",\"memoryLimit\":\"128Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"controller\":{\"replicas\":1,\"cpu\":\"100m\",\"memory\":\"512Mi\",\"memoryLimit\":\"512Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"redis\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"64Mi\",\"memoryLimit\":\"64Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"redis-secret-init\":{\"replicas\":1,\"cpu\":\"10m\",\"memory\":\"64Mi\",\"memoryLimit\":\"64Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"repo-server\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"256Mi\",\"memoryLimit\":\"1Gi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"server\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"128Mi\",\"memoryLimit\":\"128Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/argocd/argocd"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gitops-server",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "argocd",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "chart": "argo-cd",
      "helm": {
        "releaseName": "argocd",
        "valuesObject": {
          "applicationSet": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "resources": {
              "limits": {
                "memory": "128Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "128Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "configs": {
            "cm": {
              "admin.enabled": false,
              "application.resourceTrackingMethod": "annotation",
              "resource.customizations.health.argoproj.io_Application": "hs = {}\nhs.status = \"Progressing\"\nhs.message = \"\"\nif obj.status ~= nil and obj.status.health ~= nil then\n  hs.status = obj.status.health.status\n  if obj.status.health.message ~= nil then\n    hs.message = obj.status.health.message\n  end\nend\nreturn hs\n",
              "resource.customizations.health.batch_CronJob": "hs = {}\nhs.status = \"Healthy\"\nhs.message = \"\"\nreturn hs\n",
              "timeout.reconciliation": "180s"
            },
            "params": {
              "applicationsetcontroller.policy": "create-update",
              "reposerver.parallelism.limit": 2,
              "server.insecure": false
            },
            "rbac": {
              "policy.default": ""
            }
          },
          "controller": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "resources": {
              "limits": {
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "100m",
                "memory": "512Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "dex": {
            "enabled": false
          },
          "notifications": {
            "enabled": false
          },
          "redis": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "resources": {
              "limits": {
                "memory": "64Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "64Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "redisSecretInit": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "resources": {
              "limits": {
                "memory": "64Mi"
              },
              "requests": {
                "cpu": "10m",
                "memory": "64Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "repoServer": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "replicas": 1,
            "resources": {
              "limits": {
                "memory": "1Gi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "256Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "server": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "replicas": 1,
            "resources": {
              "limits": {
                "memory": "128Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "128Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          }
        }
      },
      "repoURL": "https://argoproj.github.io/argo-helm",
      "targetRevision": "9.4.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-gpu-device-plugin",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1",
      "slipway.dev/footprint": "{\"plugin\":{\"everyNode\":true,\"cpu\":\"50m\",\"memory\":\"64Mi\",\"memoryLimit\":\"128Mi\",\"nodeSelector\":{\"nvidia.com/gpu.present\":\"true\"}}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/kube-system/nvidia-device-plugin"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-device-plugin",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "chart": "nvidia-device-plugin",
      "helm": {
        "releaseName": "nvidia-device-plugin",
        "valuesObject": {
          "resources": {
            "limits": {
              "memory": "128Mi"
            },
            "requests": {
              "cpu": "50m",
              "memory": "64Mi"
            }
          }
        }
      },
      "repoURL": "https://nvidia.github.io/k8s-device-plugin",
      "targetRevision": "0.19.3"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-gpu-metrics",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "0",
      "slipway.dev/footprint": "{\"exporter\":{\"everyNode\":true,\"cpu\":\"100m\",\"memory\":\"256Mi\",\"memoryLimit\":\"512Mi\",\"nodeSelector\":{\"nvidia.com/gpu.present\":\"true\"}}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/kube-system/gpu-metrics"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-metrics",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "chart": "dcgm-exporter",
      "helm": {
        "releaseName": "gpu-metrics",
        "valuesObject": {
          "nodeSelector": {
            "nvidia.com/gpu.present": "true"
          },
          "resources": {
            "limits": {
              "memory": "512Mi"
            },
            "requests": {
              "cpu": "100m",
              "memory": "256Mi"
            }
          },
          "serviceMonitor": {
            "enabled": false
          },
          "tolerations": [
            {
              "effect": "NoSchedule",
              "key": "nvidia.com/gpu",
              "operator": "Exists"
            }
          ]
        }
      },
      "repoURL": "https://nvidia.github.io/dcgm-exporter/helm-charts",
      "targetRevision": "4.1.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o8', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-inference-api",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-prod-eks/prod-inference-api",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o9', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-karpenter-definitions",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-3",
      "slipway.dev/footprint": "{}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them."
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "karpenter-definitions",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "chart": "karpenter-crd",
      "helm": {
        "releaseName": "karpenter-crd",
        "valuesObject": {
          "additionalAnnotations": {
            "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
          }
        }
      },
      "repoURL": "public.ecr.aws/karpenter",
      "targetRevision": "1.14.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o10', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-karpenter",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-2",
      "slipway.dev/footprint": "{\"controller\":{\"replicas\":2,\"cpu\":\"250m\",\"memory\":\"512Mi\",\"memoryLimit\":\"1Gi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/kube-system/karpenter"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "karpenter",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "chart": "karpenter",
      "helm": {
        "releaseName": "karpenter",
        "skipCrds": true,
        "valuesObject": {
          "controller": {
            "resources": {
              "limits": {
                "memory": "1Gi"
              },
              "requests": {
                "cpu": "250m",
                "memory": "512Mi"
              }
            }
          },
          "nodeSelector": {
            "slipway.dev/node-group": "system"
          },
          "replicas": 2,
          "settings": {
            "clusterName": "marketresearch-prod-eks",
            "interruptionQueue": "marketresearch-prod-karpenter-access"
          },
          "tolerations": [
            {
              "effect": "NoSchedule",
              "key": "CriticalAddonsOnly",
              "operator": "Equal",
              "value": "true"
            }
          ]
        }
      },
      "repoURL": "public.ecr.aws/karpenter",
      "targetRevision": "1.14.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o11', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-load-balancer-controller",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1",
      "slipway.dev/footprint": "{\"controller\":{\"replicas\":2,\"cpu\":\"100m\",\"memory\":\"200Mi\",\"memoryLimit\":\"400Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "IngressClass/alb,ServiceAccount/kube-system/aws-load-balancer-controller"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "load-balancer-controller",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "ignoreDifferences": [
      {
        "group": "",
        "jqPathExpressions": [
          ".data"
        ],
        "kind": "Secret",
        "name": "aws-load-balancer-tls"
      },
      {
        "group": "admissionregistration.k8s.io",
        "jqPathExpressions": [
          ".webhooks[].clientConfig.caBundle"
        ],
        "kind": "MutatingWebhookConfiguration",
        "name": "aws-load-balancer-webhook"
      },
      {
        "group": "admissionregistration.k8s.io",
        "jqPathExpressions": [
          ".webhooks[].clientConfig.caBundle"
        ],
        "kind": "ValidatingWebhookConfiguration",
        "name": "aws-load-balancer-webhook"
      }
    ],
    "project": "marketresearch-prod",
    "source": {
      "chart": "aws-load-balancer-controller",
      "helm": {
        "releaseName": "aws-load-balancer-controller",
        "valuesObject": {
          "clusterName": "marketresearch-prod-eks",
          "createIngressClassResource": true,
          "enableBackendSecurityGroup": false,
          "enableServiceMutatorWebhook": false,
          "enableShield": false,
          "enableWaf": false,
          "enableWafv2": true,
          "ingressClass": "alb",
          "ingressClassParams": {
            "create": true,
            "name": "alb"
          },
          "region": "us-east-1",
          "replicaCount": 2,
          "resources": {
            "limits": {
              "memory": "400Mi"
            },
            "requests": {
              "cpu": "100m",
              "memory": "200Mi"
            }
          },
          "vpcId": "vpc-00000000000009b0d"
        }
      },
      "repoURL": "https://aws.github.io/eks-charts",
      "targetRevision": "3.5.0"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true",
        "RespectIgnoreDifferences=true"
      ]
    }
  }
});
new ApiObject(chart, 'o12', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-loki",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "0",
      "slipway.dev/footprint": "{\"loki\":{\"replicas\":1,\"cpu\":\"250m\",\"memory\":\"1Gi\",\"memoryLimit\":\"2Gi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/monitoring/loki"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "loki",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "monitoring",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "chart": "loki",
      "helm": {
        "releaseName": "loki",
        "valuesObject": {
          "backend": {
            "replicas": 0
          },
          "chunksCache": {
            "enabled": false
          },
          "deploymentMode": "SingleBinary",
          "fullnameOverride": "loki",
          "gateway": {
            "enabled": false
          },
          "loki": {
            "analytics": {
              "reporting_enabled": false
            },
            "auth_enabled": false,
            "commonConfig": {
              "replication_factor": 1
            },
            "compactor": {
              "delete_request_store": "s3",
              "retention_enabled": true
            },
            "limits_config": {
              "allow_structured_metadata": true,
              "retention_period": "720h"
            },
            "schemaConfig": {
              "configs": [
                {
                  "from": "2024-04-01",
                  "index": {
                    "period": "24h",
                    "prefix": "index_"
                  },
                  "object_store": "s3",
                  "schema": "v13",
                  "store": "tsdb"
                }
              ]
            },
            "storage": {
              "bucketNames": {
                "admin": "marketresearch-prod-log-chunks",
                "chunks": "marketresearch-prod-log-chunks",
                "ruler": "marketresearch-prod-log-chunks"
              },
              "s3": {
                "region": "us-east-1"
              },
              "type": "s3"
            }
          },
          "lokiCanary": {
            "enabled": false
          },
          "minio": {
            "enabled": false
          },
          "rbac": {
            "namespaced": true
          },
          "read": {
            "replicas": 0
          },
          "resultsCache": {
            "enabled": false
          },
          "serviceAccount": {
            "name": "loki"
          },
          "sidecar": {
            "rules": {
              "enabled": false
            }
          },
          "singleBinary": {
            "persistence": {
              "enableStatefulSetAutoDeletePVC": false,
              "enabled": true,
              "size": "10Gi",
              "storageClass": "loki"
            },
            "replicas": 1,
            "resources": {
              "limits": {
                "memory": "2Gi"
              },
              "requests": {
                "cpu": "250m",
                "memory": "1Gi"
              }
            }
          },
          "test": {
            "enabled": false
          },
          "write": {
            "replicas": 0
          }
        }
      },
      "repoURL": "https://grafana.github.io/helm-charts",
      "targetRevision": "6.29.0"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o13', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-model-sync",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-prod-eks/prod-model-sync",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o14', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-monitoring",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "1"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-prod-eks/prod-monitoring",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o15', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-ner-service",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-prod-eks/prod-ner-service",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o16', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-node-pools",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-prod-eks/prod-node-pools",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o17', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-pod-logs",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "0",
      "slipway.dev/footprint": "{\"fluent-bit\":{\"everyNode\":true,\"cpu\":\"50m\",\"memory\":\"96Mi\",\"memoryLimit\":\"256Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/kube-system/pod-logs"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pod-logs",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "chart": "fluent-bit",
      "helm": {
        "releaseName": "pod-logs",
        "valuesObject": {
          "config": {
            "filters": "[FILTER]\n    Name kubernetes\n    Match kube.*\n    Merge_Log On\n    Keep_Log Off\n    K8S-Logging.Parser On\n    K8S-Logging.Exclude On\n    Labels On\n    Annotations Off\n    Buffer_Size 0\n",
            "inputs": "[INPUT]\n    Name tail\n    Tag kube.*\n    Path /var/log/containers/*.log\n    multiline.parser docker, cri\n    DB /var/lib/fluent-bit/tail.db\n    Mem_Buf_Limit 16MB\n    Skip_Long_Lines On\n    Refresh_Interval 10\n    storage.type filesystem\n",
            "outputs": "[OUTPUT]\n    Name loki\n    Match kube.*\n    host {{ .Values.target.lokiHost }}\n    port {{ .Values.target.lokiPort }}\n    labels job=pods, namespace=$kubernetes['namespace_name'], app=$kubernetes['labels']['app.kubernetes.io/name'], container=$kubernetes['container_name'], service=$service, level=$level\n    structured_metadata pod=$kubernetes['pod_name'], request_id=$request_id\n    remove_keys kubernetes, stream, _p\n    line_format json\n    Retry_Limit 5\n",
            "service": "[SERVICE]\n    Daemon Off\n    Flush 5\n    Log_Level warn\n    Parsers_File /fluent-bit/etc/parsers.conf\n    HTTP_Server On\n    HTTP_Listen 0.0.0.0\n    HTTP_Port 2020\n    Health_Check On\n    storage.path /var/lib/fluent-bit/buffer\n    storage.backlog.mem_limit 16M\n"
          },
          "extraVolumeMounts": [
            {
              "mountPath": "/var/lib/fluent-bit",
              "name": "state"
            }
          ],
          "extraVolumes": [
            {
              "hostPath": {
                "path": "/var/lib/fluent-bit",
                "type": "DirectoryOrCreate"
              },
              "name": "state"
            }
          ],
          "image": {
            "pullPolicy": "IfNotPresent",
            "tag": "4.0.3"
          },
          "priorityClassName": "system-node-critical",
          "resources": {
            "limits": {
              "memory": "256Mi"
            },
            "requests": {
              "cpu": "50m",
              "memory": "96Mi"
            }
          },
          "securityContext": {
            "allowPrivilegeEscalation": false,
            "capabilities": {
              "drop": [
                "ALL"
              ]
            },
            "readOnlyRootFilesystem": true
          },
          "serviceAccount": {
            "name": "pod-logs"
          },
          "target": {
            "lokiHost": "loki.monitoring.svc.cluster.local",
            "lokiPort": "3100",
            "region": "us-east-1"
          },
          "testFramework": {
            "enabled": false
          },
          "tolerations": [
            {
              "operator": "Exists"
            }
          ]
        }
      },
      "repoURL": "https://fluent.github.io/helm-charts",
      "targetRevision": "0.47.0"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o18', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-prometheus",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "0",
      "slipway.dev/footprint": "{\"alertmanager\":{\"replicas\":2,\"cpu\":\"25m\",\"memory\":\"64Mi\",\"memoryLimit\":\"128Mi\"},\"grafana\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"256Mi\",\"memoryLimit\":\"512Mi\"},\"grafana-dashboards\":{\"replicas\":1,\"cpu\":\"10m\",\"memory\":\"96Mi\",\"memoryLimit\":\"192Mi\"},\"grafana-datasources\":{\"replicas\":1,\"cpu\":\"10m\",\"memory\":\"96Mi\",\"memoryLimit\":\"192Mi\"},\"kube-state-metrics\":{\"replicas\":1,\"cpu\":\"25m\",\"memory\":\"96Mi\",\"memoryLimit\":\"192Mi\"},\"node-exporter\":{\"everyNode\":true,\"cpu\":\"25m\",\"memory\":\"32Mi\",\"memoryLimit\":\"64Mi\"},\"operator\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"128Mi\",\"memoryLimit\":\"256Mi\"},\"prometheus\":{\"replicas\":1,\"cpu\":\"250m\",\"memory\":\"2Gi\",\"memoryLimit\":\"3Gi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/monitoring/prometheus"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "prometheus",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "monitoring",
      "server": "https://kubernetes.default.svc"
    },
    "ignoreDifferences": [
      {
        "group": "admissionregistration.k8s.io",
        "jqPathExpressions": [
          ".webhooks[].clientConfig.caBundle"
        ],
        "kind": "MutatingWebhookConfiguration"
      },
      {
        "group": "admissionregistration.k8s.io",
        "jqPathExpressions": [
          ".webhooks[].clientConfig.caBundle"
        ],
        "kind": "ValidatingWebhookConfiguration"
      }
    ],
    "project": "marketresearch-prod",
    "source": {
      "chart": "kube-prometheus-stack",
      "helm": {
        "releaseName": "prometheus",
        "valuesObject": {
          "alertmanager": {
            "alertmanagerSpec": {
              "alertmanagerConfigMatcherStrategy": {
                "type": "None"
              },
              "podMetadata": {
                "labels": {
                  "slipway.dev/component": "prometheus"
                }
              },
              "priorityClassName": "system-cluster-critical",
              "replicas": 2,
              "resources": {
                "limits": {
                  "memory": "128Mi"
                },
                "requests": {
                  "cpu": "25m",
                  "memory": "64Mi"
                }
              },
              "storage": {
                "volumeClaimTemplate": {
                  "spec": {
                    "accessModes": [
                      "ReadWriteOnce"
                    ],
                    "resources": {
                      "requests": {
                        "storage": "1Gi"
                      }
                    },
                    "storageClassName": "prometheus"
                  }
                }
              }
            }
          },
          "defaultRules": {
            "create": false
          },
          "grafana": {
            "admin": {
              "existingSecret": "prometheus-grafana-login-grafana",
              "passwordKey": "password",
              "userKey": "username"
            },
            "defaultDashboardsEnabled": false,
            "podLabels": {
              "slipway.dev/component": "prometheus"
            },
            "resources": {
              "limits": {
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "256Mi"
              }
            },
            "sidecar": {
              "dashboards": {
                "enabled": true,
                "folderAnnotation": "grafana_folder",
                "label": "grafana_dashboard",
                "labelValue": "1",
                "provider": {
                  "foldersFromFilesStructure": true
                },
                "searchNamespace": "ALL"
              },
              "resources": {
                "limits": {
                  "memory": "192Mi"
                },
                "requests": {
                  "cpu": "10m",
                  "memory": "96Mi"
                }
              }
            },
            "testFramework": {
              "enabled": false
            }
          },
          "kube-state-metrics": {
            "customLabels": {
              "slipway.dev/component": "prometheus"
            },
            "resources": {
              "limits": {
                "memory": "192Mi"
              },
              "requests": {
                "cpu": "25m",
                "memory": "96Mi"
              }
            }
          },
          "kubeControllerManager": {
            "enabled": false
          },
          "kubeEtcd": {
            "enabled": false
          },
          "kubeProxy": {
            "enabled": false
          },
          "kubeScheduler": {
            "enabled": false
          },
          "kubeStateMetrics": {
            "enabled": true
          },
          "nodeExporter": {
            "enabled": true
          },
          "prometheus": {
            "prometheusSpec": {
              "evaluationInterval": "30s",
              "nodeSelector": {
                "slipway.dev/node-group": "system"
              },
              "podMetadata": {
                "labels": {
                  "slipway.dev/component": "prometheus"
                }
              },
              "podMonitorSelectorNilUsesHelmValues": false,
              "probeSelectorNilUsesHelmValues": false,
              "replicas": 1,
              "resources": {
                "limits": {
                  "memory": "3Gi"
                },
                "requests": {
                  "cpu": "250m",
                  "memory": "2Gi"
                }
              },
              "retention": "15d",
              "retentionSize": "42GiB",
              "ruleSelectorNilUsesHelmValues": false,
              "scrapeConfigSelectorNilUsesHelmValues": false,
              "scrapeInterval": "15s",
              "serviceMonitorSelectorNilUsesHelmValues": false,
              "storageSpec": {
                "volumeClaimTemplate": {
                  "spec": {
                    "accessModes": [
                      "ReadWriteOnce"
                    ],
                    "resources": {
                      "requests": {
                        "storage": "50Gi"
                      }
                    },
                    "storageClassName": "prometheus"
                  }
                }
              },
              "tolerations": [
                {
                  "effect": "NoSchedule",
                  "key": "CriticalAddonsOnly",
                  "operator": "Equal",
                  "value": "true"
                }
              ],
              "walCompression": true
            }
          },
          "prometheus-node-exporter": {
            "namespaceOverride": "kube-system",
            "resources": {
              "limits": {
                "memory": "64Mi"
              },
              "requests": {
                "cpu": "25m",
                "memory": "32Mi"
              }
            }
          },
          "prometheusOperator": {
            "podLabels": {
              "slipway.dev/component": "prometheus"
            },
            "prometheusConfigReloader": {
              "resources": {
                "limits": {
                  "memory": "64Mi"
                },
                "requests": {
                  "cpu": "10m",
                  "memory": "32Mi"
                }
              }
            },
            "resources": {
              "limits": {
                "memory": "256Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "128Mi"
              }
            }
          }
        }
      },
      "repoURL": "https://prometheus-community.github.io/helm-charts",
      "targetRevision": "77.11.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true",
        "RespectIgnoreDifferences=true"
      ]
    }
  }
});
new ApiObject(chart, 'o19', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "prod-training",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-prod-eks/prod-training",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o20', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "root",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-prod",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-prod-eks/root",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o21', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "AppProject",
  "metadata": {
    "name": "marketresearch-prod",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-3"
    }
  },
  "spec": {
    "clusterResourceWhitelist": [
      {
        "group": "*",
        "kind": "*"
      }
    ],
    "description": "What prod of marketresearch applies",
    "destinations": [
      {
        "namespace": "*",
        "server": "https://kubernetes.default.svc"
      }
    ],
    "orphanedResources": {
      "warn": true
    },
    "sourceRepos": [
      "https://argoproj.github.io/argo-helm",
      "https://aws.github.io/eks-charts",
      "https://charts.external-secrets.io",
      "https://fluent.github.io/helm-charts",
      "https://github.com/marketresearch-ai/platform",
      "https://grafana.github.io/helm-charts",
      "https://kubernetes-sigs.github.io/external-dns",
      "https://nvidia.github.io/dcgm-exporter/helm-charts",
      "https://nvidia.github.io/k8s-device-plugin",
      "https://prometheus-community.github.io/helm-charts",
      "public.ecr.aws/karpenter"
    ]
  }
});
new ApiObject(chart, 'o22', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "gitops-server",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.96.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.128.0/19"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          },
          {
            "port": 8081,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "argocd"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/part-of": "argocd"
              }
            }
          },
          {
            "ipBlock": {
              "cidr": "172.20.0.0/16"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.30.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "argocd"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/part-of": "argocd"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          },
          {
            "port": 8081,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/part-of": "argocd"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o23', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "external-dns",
    "namespace": "external-dns"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.30.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.96.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.128.0/19"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 7979,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "external-dns"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o24', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "external-dns",
    "namespace": "external-dns",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-dns",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 7979
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "external-dns"
      }
    }
  }
});
new ApiObject(chart, 'o25', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "external-secrets",
    "namespace": "external-secrets",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.30.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.96.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.128.0/19"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.30.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.96.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.128.0/19"
            }
          }
        ],
        "ports": [
          {
            "port": 10250,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "external-secrets"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o26', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "external-secrets",
    "namespace": "external-secrets",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-secrets",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 8080
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "external-secrets"
      }
    }
  }
});
new ApiObject(chart, 'o27', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "gpu-device-plugin",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "nvidia-device-plugin"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o28', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "gpu-metrics",
    "namespace": "kube-system"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.96.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.128.0/19"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 9400,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "gpu-metrics"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o29', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "karpenter",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.30.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.96.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.128.0/19"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "karpenter"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o30', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "load-balancer-controller",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.30.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.96.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.128.0/19"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.30.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.96.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.128.0/19"
            }
          }
        ],
        "ports": [
          {
            "port": 9443,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "aws-load-balancer-controller"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o31', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "pod-logs",
    "namespace": "kube-system"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/instance": "loki"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.96.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.128.0/19"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 2020,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "pod-logs"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o32', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "gpu-metrics",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-metrics",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 9400
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "gpu-metrics"
      }
    }
  }
});
new ApiObject(chart, 'o33', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "karpenter",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "karpenter",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 8080
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "karpenter"
      }
    }
  }
});
new ApiObject(chart, 'o34', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "load-balancer-controller",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "load-balancer-controller",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 8080
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "aws-load-balancer-controller"
      }
    }
  }
});
new ApiObject(chart, 'o35', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "pod-logs",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pod-logs",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/api/v2/metrics/prometheus",
        "portNumber": 2020
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "pod-logs"
      }
    }
  }
});
new ApiObject(chart, 'o36', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "SecretStore",
  "metadata": {
    "name": "secrets",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "secrets",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "provider": {
      "aws": {
        "region": "us-east-1",
        "role": "arn:aws:iam::444455556666:role/marketresearch-prod-secrets",
        "service": "SecretsManager"
      }
    }
  }
});
new ApiObject(chart, 'o37', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "prometheus-grafana-login-grafana",
    "namespace": "monitoring"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "marketresearch/prod/grafana",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "marketresearch/prod/grafana",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "monitoring-secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "prometheus-grafana-login-grafana"
    }
  }
});
new ApiObject(chart, 'o38', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "loki",
    "namespace": "monitoring"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.30.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 7946,
            "protocol": "TCP"
          },
          {
            "port": 9095,
            "protocol": "TCP"
          },
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/instance": "loki"
              }
            }
          },
          {
            "ipBlock": {
              "cidr": "172.20.0.0/16"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/instance": "pod-logs"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "slipway.dev/component": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/instance": "loki"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 7946,
            "protocol": "TCP"
          },
          {
            "port": 9095,
            "protocol": "TCP"
          },
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "loki"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o39', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "prometheus",
    "namespace": "monitoring"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/instance": "loki"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.96.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.128.0/19"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 9093,
            "protocol": "TCP"
          },
          {
            "port": 3000,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          },
          {
            "port": 9094,
            "protocol": "TCP"
          },
          {
            "port": 9094,
            "protocol": "UDP"
          },
          {
            "port": 9090,
            "protocol": "TCP"
          },
          {
            "port": 10250,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "slipway.dev/component": "prometheus"
              }
            }
          },
          {
            "ipBlock": {
              "cidr": "172.20.0.0/16"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "endPort": 65535,
            "port": 1,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.30.0.0/16"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.30.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.96.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.30.128.0/19"
            }
          }
        ],
        "ports": [
          {
            "port": 10250,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "slipway.dev/component": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 9093,
            "protocol": "TCP"
          },
          {
            "port": 3000,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          },
          {
            "port": 9094,
            "protocol": "TCP"
          },
          {
            "port": 9094,
            "protocol": "UDP"
          },
          {
            "port": 9090,
            "protocol": "TCP"
          },
          {
            "port": 10250,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "slipway.dev/component": "prometheus"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o40', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "loki",
    "namespace": "monitoring",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "loki",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 3100
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "loki"
      }
    }
  }
});
new ApiObject(chart, 'o41', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "SecretStore",
  "metadata": {
    "name": "monitoring-secrets",
    "namespace": "monitoring",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "monitoring-secrets",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "provider": {
      "aws": {
        "region": "us-east-1",
        "role": "arn:aws:iam::444455556666:role/marketresearch-prod-monitoring-secrets",
        "service": "SecretsManager"
      }
    }
  }
});
}
{
  const chart = new Chart(app, "marketresearch-staging-eks-root", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "root",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-staging-eks/root",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-edge-ingress",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-staging-eks/staging-edge-ingress",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-embedder",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-staging-eks/staging-embedder",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-environment",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "-2"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-staging-eks/staging-environment",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-external-dns",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "0",
      "slipway.dev/footprint": "{\"controller\":{\"replicas\":1,\"cpu\":\"25m\",\"memory\":\"64Mi\",\"memoryLimit\":\"128Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/external-dns/external-dns"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-dns",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "external-dns",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "chart": "external-dns",
      "helm": {
        "releaseName": "external-dns",
        "skipCrds": true,
        "valuesObject": {
          "domainFilters": [
            "marketresearch-staging.example.com"
          ],
          "extraArgs": [
            "--aws-zone-type=public"
          ],
          "interval": "60s",
          "logFormat": "json",
          "policy": "sync",
          "provider": {
            "name": "aws"
          },
          "registry": "txt",
          "resources": {
            "limits": {
              "memory": "128Mi"
            },
            "requests": {
              "cpu": "25m",
              "memory": "64Mi"
            }
          },
          "sources": [
            "ingress"
          ],
          "triggerLoopOnEvent": true,
          "txtOwnerId": "marketresearch-staging"
        }
      },
      "repoURL": "https://kubernetes-sigs.github.io/external-dns",
      "targetRevision": "1.19.0"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-external-secrets",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1",
      "slipway.dev/footprint": "{\"cert-controller\":{\"replicas\":1,\"cpu\":\"25m\",\"memory\":\"96Mi\",\"memoryLimit\":\"192Mi\"},\"controller\":{\"replicas\":2,\"cpu\":\"50m\",\"memory\":\"128Mi\",\"memoryLimit\":\"256Mi\"},\"webhook\":{\"replicas\":2,\"cpu\":\"25m\",\"memory\":\"64Mi\",\"memoryLimit\":\"128Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/external-secrets/external-secrets"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-secrets",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "external-secrets",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "chart": "external-secrets",
      "helm": {
        "releaseName": "external-secrets",
        "valuesObject": {
          "certController": {
            "priorityClassName": "system-cluster-critical",
            "replicaCount": 1,
            "resources": {
              "limits": {
                "memory": "192Mi"
              },
              "requests": {
                "cpu": "25m",
                "memory": "96Mi"
              }
            }
          },
          "crds": {
            "annotations": {
              "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
            }
          },
          "leaderElect": true,
          "podDisruptionBudget": {
            "enabled": true
          },
          "priorityClassName": "system-cluster-critical",
          "rbac": {
            "aggregateToEdit": false
          },
          "replicaCount": 2,
          "resources": {
            "limits": {
              "memory": "256Mi"
            },
            "requests": {
              "cpu": "50m",
              "memory": "128Mi"
            }
          },
          "webhook": {
            "priorityClassName": "system-cluster-critical",
            "replicaCount": 2,
            "resources": {
              "limits": {
                "memory": "128Mi"
              },
              "requests": {
                "cpu": "25m",
                "memory": "64Mi"
              }
            }
          }
        }
      },
      "repoURL": "https://charts.external-secrets.io",
      "targetRevision": "1.3.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-gitops-server",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-2",
      "slipway.dev/footprint": "{\"applicationset\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"128Mi\",\"memoryLimit\":\"128Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"controller\":{\"replicas\":1,\"cpu\":\"100m\",\"memory\":\"512Mi\",\"memoryLimit\":\"512Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"redis\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"64Mi\",\"memoryLimit\":\"64Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"redis-secret-init\":{\"replicas\":1,\"cpu\":\"10m\",\"memory\":\"64Mi\",\"memoryLimit\":\"64Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"repo-server\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"256Mi\",\"memoryLimit\":\"1Gi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"server\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"128Mi\",\"memoryLimit\":\"128Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/argocd/argocd"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gitops-server",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "argocd",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "chart": "argo-cd",
      "helm": {
        "releaseName": "argocd",
        "valuesObject": {
          "applicationSet": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "resources": {
              "limits": {
                "memory": "128Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "128Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "configs": {
            "cm": {
              "admin.enabled": false,
              "application.resourceTrackingMethod": "annotation",
              "resource.customizations.health.argoproj.io_Application": "hs = {}\nhs.status = \"Progressing\"\nhs.message = \"\"\nif obj.status ~= nil and obj.status.health ~= nil then\n  hs.status = obj.status.health.status\n  if obj.status.health.message ~= nil then\n    hs.message = obj.status.health.message\n  end\nend\nreturn hs\n",
              "resource.customizations.health.batch_CronJob": "hs = {}\nhs.status = \"Healthy\"\nhs.message = \"\"\nreturn hs\n",
              "timeout.reconciliation": "180s"
            },
            "params": {
              "applicationsetcontroller.policy": "create-update",
              "reposerver.parallelism.limit": 2,
              "server.insecure": false
            },
            "rbac": {
              "policy.default": ""
            }
          },
          "controller": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "resources": {
              "limits": {
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "100m",
                "memory": "512Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "dex": {
            "enabled": false
          },
          "notifications": {
            "enabled": false
          },
          "redis": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "resources": {
              "limits": {
                "memory": "64Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "64Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "redisSecretInit": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "resources": {
              "limits": {
                "memory": "64Mi"
              },
              "requests": {
                "cpu": "10m",
                "memory": "64Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "repoServer": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "replicas": 1,
            "resources": {
              "limits": {
                "memory": "1Gi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "256Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "server": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "replicas": 1,
            "resources": {
              "limits": {
                "memory": "128Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "128Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          }
        }
      },
      "repoURL": "https://argoproj.github.io/argo-helm",
      "targetRevision": "9.4.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-inference-api",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-staging-eks/staging-inference-api",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o8', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-karpenter-definitions",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-3",
      "slipway.dev/footprint": "{}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them."
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "karpenter-definitions",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "chart": "karpenter-crd",
      "helm": {
        "releaseName": "karpenter-crd",
        "valuesObject": {
          "additionalAnnotations": {
            "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
          }
        }
      },
      "repoURL": "public.ecr.aws/karpenter",
      "targetRevision": "1.14.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o9', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-karpenter",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-2",
      "slipway.dev/footprint": "{\"controller\":{\"replicas\":2,\"cpu\":\"250m\",\"memory\":\"512Mi\",\"memoryLimit\":\"1Gi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/kube-system/karpenter"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "karpenter",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "chart": "karpenter",
      "helm": {
        "releaseName": "karpenter",
        "skipCrds": true,
        "valuesObject": {
          "controller": {
            "resources": {
              "limits": {
                "memory": "1Gi"
              },
              "requests": {
                "cpu": "250m",
                "memory": "512Mi"
              }
            }
          },
          "nodeSelector": {
            "slipway.dev/node-group": "system"
          },
          "replicas": 2,
          "settings": {
            "clusterName": "marketresearch-staging-eks",
            "interruptionQueue": "marketresearch-staging-karpenter-access"
          },
          "tolerations": [
            {
              "effect": "NoSchedule",
              "key": "CriticalAddonsOnly",
              "operator": "Equal",
              "value": "true"
            }
          ]
        }
      },
      "repoURL": "public.ecr.aws/karpenter",
      "targetRevision": "1.14.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o10', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-load-balancer-controller",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1",
      "slipway.dev/footprint": "{\"controller\":{\"replicas\":2,\"cpu\":\"100m\",\"memory\":\"200Mi\",\"memoryLimit\":\"400Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "IngressClass/alb,ServiceAccount/kube-system/aws-load-balancer-controller"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "load-balancer-controller",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "ignoreDifferences": [
      {
        "group": "",
        "jqPathExpressions": [
          ".data"
        ],
        "kind": "Secret",
        "name": "aws-load-balancer-tls"
      },
      {
        "group": "admissionregistration.k8s.io",
        "jqPathExpressions": [
          ".webhooks[].clientConfig.caBundle"
        ],
        "kind": "MutatingWebhookConfiguration",
        "name": "aws-load-balancer-webhook"
      },
      {
        "group": "admissionregistration.k8s.io",
        "jqPathExpressions": [
          ".webhooks[].clientConfig.caBundle"
        ],
        "kind": "ValidatingWebhookConfiguration",
        "name": "aws-load-balancer-webhook"
      }
    ],
    "project": "marketresearch-staging",
    "source": {
      "chart": "aws-load-balancer-controller",
      "helm": {
        "releaseName": "aws-load-balancer-controller",
        "valuesObject": {
          "clusterName": "marketresearch-staging-eks",
          "createIngressClassResource": true,
          "enableBackendSecurityGroup": false,
          "enableServiceMutatorWebhook": false,
          "enableShield": false,
          "enableWaf": false,
          "enableWafv2": true,
          "ingressClass": "alb",
          "ingressClassParams": {
            "create": true,
            "name": "alb"
          },
          "region": "us-east-1",
          "replicaCount": 2,
          "resources": {
            "limits": {
              "memory": "400Mi"
            },
            "requests": {
              "cpu": "100m",
              "memory": "200Mi"
            }
          },
          "vpcId": "vpc-000000000000057a6"
        }
      },
      "repoURL": "https://aws.github.io/eks-charts",
      "targetRevision": "3.5.0"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true",
        "RespectIgnoreDifferences=true"
      ]
    }
  }
});
new ApiObject(chart, 'o11', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-loki",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "0",
      "slipway.dev/footprint": "{\"loki\":{\"replicas\":1,\"cpu\":\"250m\",\"memory\":\"1Gi\",\"memoryLimit\":\"2Gi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/monitoring/loki"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "loki",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "monitoring",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "chart": "loki",
      "helm": {
        "releaseName": "loki",
        "valuesObject": {
          "backend": {
            "replicas": 0
          },
          "chunksCache": {
            "enabled": false
          },
          "deploymentMode": "SingleBinary",
          "fullnameOverride": "loki",
          "gateway": {
            "enabled": false
          },
          "loki": {
            "analytics": {
              "reporting_enabled": false
            },
            "auth_enabled": false,
            "commonConfig": {
              "replication_factor": 1
            },
            "compactor": {
              "delete_request_store": "s3",
              "retention_enabled": true
            },
            "limits_config": {
              "allow_structured_metadata": true,
              "retention_period": "720h"
            },
            "schemaConfig": {
              "configs": [
                {
                  "from": "2024-04-01",
                  "index": {
                    "period": "24h",
                    "prefix": "index_"
                  },
                  "object_store": "s3",
                  "schema": "v13",
                  "store": "tsdb"
                }
              ]
            },
            "storage": {
              "bucketNames": {
                "admin": "marketresearch-staging-log-chunks",
                "chunks": "marketresearch-staging-log-chunks",
                "ruler": "marketresearch-staging-log-chunks"
              },
              "s3": {
                "region": "us-east-1"
              },
              "type": "s3"
            }
          },
          "lokiCanary": {
            "enabled": false
          },
          "minio": {
            "enabled": false
          },
          "rbac": {
            "namespaced": true
          },
          "read": {
            "replicas": 0
          },
          "resultsCache": {
            "enabled": false
          },
          "serviceAccount": {
            "name": "loki"
          },
          "sidecar": {
            "rules": {
              "enabled": false
            }
          },
          "singleBinary": {
            "persistence": {
              "enableStatefulSetAutoDeletePVC": false,
              "enabled": true,
              "size": "10Gi",
              "storageClass": "loki"
            },
            "replicas": 1,
            "resources": {
              "limits": {
                "memory": "2Gi"
              },
              "requests": {
                "cpu": "250m",
                "memory": "1Gi"
              }
            }
          },
          "test": {
            "enabled": false
          },
          "write": {
            "replicas": 0
          }
        }
      },
      "repoURL": "https://grafana.github.io/helm-charts",
      "targetRevision": "6.29.0"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o12', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-model-sync",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-staging-eks/staging-model-sync",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o13', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-monitoring",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "1"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-staging-eks/staging-monitoring",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o14', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-ner-service",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-staging-eks/staging-ner-service",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o15', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-node-pools",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/marketresearch-staging-eks/staging-node-pools",
      "repoURL": "https://github.com/marketresearch-ai/platform",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o16', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-pod-logs",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "0",
      "slipway.dev/footprint": "{\"fluent-bit\":{\"everyNode\":true,\"cpu\":\"50m\",\"memory\":\"96Mi\",\"memoryLimit\":\"256Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/kube-system/pod-logs"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pod-logs",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "project": "marketresearch-staging",
    "source": {
      "chart": "fluent-bit",
      "helm": {
        "releaseName": "pod-logs",
        "valuesObject": {
          "config": {
            "filters": "[FILTER]\n    Name kubernetes\n    Match kube.*\n    Merge_Log On\n    Keep_Log Off\n    K8S-Logging.Parser On\n    K8S-Logging.Exclude On\n    Labels On\n    Annotations Off\n    Buffer_Size 0\n",
            "inputs": "[INPUT]\n    Name tail\n    Tag kube.*\n    Path /var/log/containers/*.log\n    multiline.parser docker, cri\n    DB /var/lib/fluent-bit/tail.db\n    Mem_Buf_Limit 16MB\n    Skip_Long_Lines On\n    Refresh_Interval 10\n    storage.type filesystem\n",
            "outputs": "[OUTPUT]\n    Name loki\n    Match kube.*\n    host {{ .Values.target.lokiHost }}\n    port {{ .Values.target.lokiPort }}\n    labels job=pods, namespace=$kubernetes['namespace_name'], app=$kubernetes['labels']['app.kubernetes.io/name'], container=$kubernetes['container_name'], service=$service, level=$level\n    structured_metadata pod=$kubernetes['pod_name'], request_id=$request_id\n    remove_keys kubernetes, stream, _p\n    line_format json\n    Retry_Limit 5\n",
            "service": "[SERVICE]\n    Daemon Off\n    Flush 5\n    Log_Level warn\n    Parsers_File /fluent-bit/etc/parsers.conf\n    HTTP_Server On\n    HTTP_Listen 0.0.0.0\n    HTTP_Port 2020\n    Health_Check On\n    storage.path /var/lib/fluent-bit/buffer\n    storage.backlog.mem_limit 16M\n"
          },
          "extraVolumeMounts": [
            {
              "mountPath": "/var/lib/fluent-bit",
              "name": "state"
            }
          ],
          "extraVolumes": [
            {
              "hostPath": {
                "path": "/var/lib/fluent-bit",
                "type": "DirectoryOrCreate"
              },
              "name": "state"
            }
          ],
          "image": {
            "pullPolicy": "IfNotPresent",
            "tag": "4.0.3"
          },
          "priorityClassName": "system-node-critical",
          "resources": {
            "limits": {
              "memory": "256Mi"
            },
            "requests": {
              "cpu": "50m",
              "memory": "96Mi"
            }
          },
          "securityContext": {
            "allowPrivilegeEscalation": false,
            "capabilities": {
              "drop": [
                "ALL"
              ]
            },
            "readOnlyRootFilesystem": true
          },
          "serviceAccount": {
            "name": "pod-logs"
          },
          "target": {
            "lokiHost": "loki.monitoring.svc.cluster.local",
            "lokiPort": "3100",
            "region": "us-east-1"
          },
          "testFramework": {
            "enabled": false
          },
          "tolerations": [
            {
              "operator": "Exists"
            }
          ]
        }
      },
      "repoURL": "https://fluent.github.io/helm-charts",
      "targetRevision": "0.47.0"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o17', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "staging-prometheus",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "0",
      "slipway.dev/footprint": "{\"alertmanager\":{\"replicas\":2,\"cpu\":\"25m\",\"memory\":\"64Mi\",\"memoryLimit\":\"128Mi\"},\"grafana\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"256Mi\",\"memoryLimit\":\"512Mi\"},\"grafana-dashboards\":{\"replicas\":1,\"cpu\":\"10m\",\"memory\":\"96Mi\",\"memoryLimit\":\"192Mi\"},\"grafana-datasources\":{\"replicas\":1,\"cpu\":\"10m\",\"memory\":\"96Mi\",\"memoryLimit\":\"192Mi\"},\"kube-state-metrics\":{\"replicas\":1,\"cpu\":\"25m\",\"memory\":\"96Mi\",\"memoryLimit\":\"192Mi\"},\"node-exporter\":{\"everyNode\":true,\"cpu\":\"25m\",\"memory\":\"32Mi\",\"memoryLimit\":\"64Mi\"},\"operator\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"128Mi\",\"memoryLimit\":\"256Mi\"},\"prometheus\":{\"replicas\":1,\"cpu\":\"250m\",\"memory\":\"2Gi\",\"memoryLimit\":\"3Gi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/monitoring/prometheus"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "prometheus",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "destination": {
      "namespace": "monitoring",
      "server": "https://kubernetes.default.svc"
    },
    "ignoreDifferences": [
      {
        "group": "admissionregistration.k8s.io",
        "jqPathExpressions": [
          ".webhooks[].clientConfig.caBundle"
        ],
        "kind": "MutatingWebhookConfiguration"
      },
      {
        "group": "admissionregistration.k8s.io",
        "jqPathExpressions": [
          ".webhooks[].clientConfig.caBundle"
        ],
        "kind": "ValidatingWebhookConfiguration"
      }
    ],
    "project": "marketresearch-staging",
    "source": {
      "chart": "kube-prometheus-stack",
      "helm": {
        "releaseName": "prometheus",
        "valuesObject": {
          "alertmanager": {
            "alertmanagerSpec": {
              "alertmanagerConfigMatcherStrategy": {
                "type": "None"
              },
              "podMetadata": {
                "labels": {
                  "slipway.dev/component": "prometheus"
                }
              },
              "priorityClassName": "system-cluster-critical",
              "replicas": 2,
              "resources": {
                "limits": {
                  "memory": "128Mi"
                },
                "requests": {
                  "cpu": "25m",
                  "memory": "64Mi"
                }
              },
              "storage": {
                "volumeClaimTemplate": {
                  "spec": {
                    "accessModes": [
                      "ReadWriteOnce"
                    ],
                    "resources": {
                      "requests": {
                        "storage": "1Gi"
                      }
                    },
                    "storageClassName": "prometheus"
                  }
                }
              }
            }
          },
          "defaultRules": {
            "create": false
          },
          "grafana": {
            "admin": {
              "existingSecret": "prometheus-grafana-login-grafana",
              "passwordKey": "password",
              "userKey": "username"
            },
            "defaultDashboardsEnabled": false,
            "podLabels": {
              "slipway.dev/component": "prometheus"
            },
            "resources": {
              "limits": {
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "256Mi"
              }
            },
            "sidecar": {
              "dashboards": {
                "enabled": true,
                "folderAnnotation": "grafana_folder",
                "label": "grafana_dashboard",
                "labelValue": "1",
                "provider": {
                  "foldersFromFilesStructure": true
                },
                "searchNamespace": "ALL"
              },
              "resources": {
                "limits": {
                  "memory": "192Mi"
                },
                "requests": {
                  "cpu": "10m",
                  "memory": "96Mi"
                }
              }
            },
            "testFramework": {
              "enabled": false
            }
          },
          "kube-state-metrics": {
            "customLabels": {
              "slipway.dev/component": "prometheus"
            },
            "resources": {
              "limits": {
                "memory": "192Mi"
              },
              "requests": {
                "cpu": "25m",
                "memory": "96Mi"
              }
            }
          },
          "kubeControllerManager": {
            "enabled": false
          },
          "kubeEtcd": {
            "enabled": false
          },
          "kubeProxy": {
            "enabled": false
          },
          "kubeScheduler": {
            "enabled": false
          },
          "kubeStateMetrics": {
            "enabled": true
          },
          "nodeExporter": {
            "enabled": true
          },
          "prometheus": {
            "prometheusSpec": {
              "evaluationInterval": "30s",
              "nodeSelector": {
                "slipway.dev/node-group": "system"
              },
              "podMetadata": {
                "labels": {
                  "slipway.dev/component": "prometheus"
                }
              },
              "podMonitorSelectorNilUsesHelmValues": false,
              "probeSelectorNilUsesHelmValues": false,
              "replicas": 1,
              "resources": {
                "limits": {
                  "memory": "3Gi"
                },
                "requests": {
                  "cpu": "250m",
                  "memory": "2Gi"
                }
              },
              "retention": "15d",
              "retentionSize": "42GiB",
              "ruleSelectorNilUsesHelmValues": false,
              "scrapeConfigSelectorNilUsesHelmValues": false,
              "scrapeInterval": "15s",
              "serviceMonitorSelectorNilUsesHelmValues": false,
              "storageSpec": {
                "volumeClaimTemplate": {
                  "spec": {
                    "accessModes": [
                      "ReadWriteOnce"
                    ],
                    "resources": {
                      "requests": {
                        "storage": "50Gi"
                      }
                    },
                    "storageClassName": "prometheus"
                  }
                }
              },
              "tolerations": [
                {
                  "effect": "NoSchedule",
                  "key": "CriticalAddonsOnly",
                  "operator": "Equal",
                  "value": "true"
                }
              ],
              "walCompression": true
            }
          },
          "prometheus-node-exporter": {
            "namespaceOverride": "kube-system",
            "resources": {
              "limits": {
                "memory": "64Mi"
              },
              "requests": {
                "cpu": "25m",
                "memory": "32Mi"
              }
            }
          },
          "prometheusOperator": {
            "podLabels": {
              "slipway.dev/component": "prometheus"
            },
            "prometheusConfigReloader": {
              "resources": {
                "limits": {
                  "memory": "64Mi"
                },
                "requests": {
                  "cpu": "10m",
                  "memory": "32Mi"
                }
              }
            },
            "resources": {
              "limits": {
                "memory": "256Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "128Mi"
              }
            }
          }
        }
      },
      "repoURL": "https://prometheus-community.github.io/helm-charts",
      "targetRevision": "77.11.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true",
        "RespectIgnoreDifferences=true"
      ]
    }
  }
});
new ApiObject(chart, 'o18', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "AppProject",
  "metadata": {
    "name": "marketresearch-staging",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-3"
    }
  },
  "spec": {
    "clusterResourceWhitelist": [
      {
        "group": "*",
        "kind": "*"
      }
    ],
    "description": "What staging of marketresearch applies",
    "destinations": [
      {
        "namespace": "*",
        "server": "https://kubernetes.default.svc"
      }
    ],
    "orphanedResources": {
      "warn": true
    },
    "sourceRepos": [
      "https://argoproj.github.io/argo-helm",
      "https://aws.github.io/eks-charts",
      "https://charts.external-secrets.io",
      "https://fluent.github.io/helm-charts",
      "https://github.com/marketresearch-ai/platform",
      "https://grafana.github.io/helm-charts",
      "https://kubernetes-sigs.github.io/external-dns",
      "https://prometheus-community.github.io/helm-charts",
      "public.ecr.aws/karpenter"
    ]
  }
});
new ApiObject(chart, 'o19', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "gitops-server",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.96.0/19"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          },
          {
            "port": 8081,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "argocd"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/part-of": "argocd"
              }
            }
          },
          {
            "ipBlock": {
              "cidr": "172.20.0.0/16"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.20.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "argocd"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/part-of": "argocd"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          },
          {
            "port": 8081,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/part-of": "argocd"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o20', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "external-dns",
    "namespace": "external-dns"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.20.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.96.0/19"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 7979,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "external-dns"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o21', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "external-dns",
    "namespace": "external-dns",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-dns",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 7979
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "external-dns"
      }
    }
  }
});
new ApiObject(chart, 'o22', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "external-secrets",
    "namespace": "external-secrets",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.20.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.96.0/19"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.20.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.96.0/19"
            }
          }
        ],
        "ports": [
          {
            "port": 10250,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "external-secrets"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o23', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "external-secrets",
    "namespace": "external-secrets",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-secrets",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 8080
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "external-secrets"
      }
    }
  }
});
new ApiObject(chart, 'o24', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "karpenter",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.20.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.96.0/19"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "karpenter"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o25', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "load-balancer-controller",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.20.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.96.0/19"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.20.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.96.0/19"
            }
          }
        ],
        "ports": [
          {
            "port": 9443,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "aws-load-balancer-controller"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o26', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "pod-logs",
    "namespace": "kube-system"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/instance": "loki"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.96.0/19"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 2020,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "pod-logs"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o27', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "karpenter",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "karpenter",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 8080
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "karpenter"
      }
    }
  }
});
new ApiObject(chart, 'o28', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "load-balancer-controller",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "load-balancer-controller",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 8080
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "aws-load-balancer-controller"
      }
    }
  }
});
new ApiObject(chart, 'o29', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "pod-logs",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pod-logs",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/api/v2/metrics/prometheus",
        "portNumber": 2020
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "pod-logs"
      }
    }
  }
});
new ApiObject(chart, 'o30', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "SecretStore",
  "metadata": {
    "name": "secrets",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "secrets",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "provider": {
      "aws": {
        "region": "us-east-1",
        "role": "arn:aws:iam::444455556666:role/marketresearch-staging-secrets",
        "service": "SecretsManager"
      }
    }
  }
});
new ApiObject(chart, 'o31', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "prometheus-grafana-login-grafana",
    "namespace": "monitoring"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "marketresearch/staging/grafana",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "marketresearch/staging/grafana",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "monitoring-secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "prometheus-grafana-login-grafana"
    }
  }
});
new ApiObject(chart, 'o32', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "loki",
    "namespace": "monitoring"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.20.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 7946,
            "protocol": "TCP"
          },
          {
            "port": 9095,
            "protocol": "TCP"
          },
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/instance": "loki"
              }
            }
          },
          {
            "ipBlock": {
              "cidr": "172.20.0.0/16"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/instance": "pod-logs"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "slipway.dev/component": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/instance": "loki"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 7946,
            "protocol": "TCP"
          },
          {
            "port": 9095,
            "protocol": "TCP"
          },
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "loki"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o33', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "prometheus",
    "namespace": "monitoring"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 3100,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/instance": "loki"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.96.0/19"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 9093,
            "protocol": "TCP"
          },
          {
            "port": 3000,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          },
          {
            "port": 9094,
            "protocol": "TCP"
          },
          {
            "port": 9094,
            "protocol": "UDP"
          },
          {
            "port": 9090,
            "protocol": "TCP"
          },
          {
            "port": 10250,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "slipway.dev/component": "prometheus"
              }
            }
          },
          {
            "ipBlock": {
              "cidr": "172.20.0.0/16"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "endPort": 65535,
            "port": 1,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.20.0.0/16"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.20.64.0/19"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.96.0/19"
            }
          }
        ],
        "ports": [
          {
            "port": 10250,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "slipway.dev/component": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 9093,
            "protocol": "TCP"
          },
          {
            "port": 3000,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          },
          {
            "port": 9094,
            "protocol": "TCP"
          },
          {
            "port": 9094,
            "protocol": "UDP"
          },
          {
            "port": 9090,
            "protocol": "TCP"
          },
          {
            "port": 10250,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "slipway.dev/component": "prometheus"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o34', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "loki",
    "namespace": "monitoring",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "loki",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 3100
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "loki"
      }
    }
  }
});
new ApiObject(chart, 'o35', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "SecretStore",
  "metadata": {
    "name": "monitoring-secrets",
    "namespace": "monitoring",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "monitoring-secrets",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "provider": {
      "aws": {
        "region": "us-east-1",
        "role": "arn:aws:iam::444455556666:role/marketresearch-staging-monitoring-secrets",
        "service": "SecretsManager"
      }
    }
  }
});
}
{
  const chart = new Chart(app, "marketresearch-staging-eks-staging-edge-ingress", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "Ingress",
  "metadata": {
    "name": "edge-ingress",
    "namespace": "marketresearch",
    "annotations": {
      "alb.ingress.kubernetes.io/certificate-arn": "arn:aws:acm:us-east-1:444455556666:certificate/00000000-0000-4000-8000-0000000057a6",
      "alb.ingress.kubernetes.io/healthcheck-interval-seconds": "15",
      "alb.ingress.kubernetes.io/healthcheck-path": "/health",
      "alb.ingress.kubernetes.io/healthcheck-timeout-seconds": "5",
      "alb.ingress.kubernetes.io/healthy-threshold-count": "2",
      "alb.ingress.kubernetes.io/listen-ports": "[{\"HTTP\":80},{\"HTTPS\":443}]",
      "alb.ingress.kubernetes.io/listener-attributes.HTTPS-443": "routing.http.response.server.enabled=false,routing.http.response.strict_transport_security.header_value=max-age=31536000,routing.http.response.x_content_type_options.header_value=nosniff",
      "alb.ingress.kubernetes.io/load-balancer-attributes": "access_logs.s3.bucket=marketresearch-staging-access-logs,access_logs.s3.enabled=true,access_logs.s3.prefix=edge-ingress,deletion_protection.enabled=true,idle_timeout.timeout_seconds=120,routing.http.desync_mitigation_mode=defensive,routing.http.drop_invalid_header_fields.enabled=true,routing.http2.enabled=true",
      "alb.ingress.kubernetes.io/load-balancer-name": "marketresearch-staging-ed-74e39d",
      "alb.ingress.kubernetes.io/manage-backend-security-group-rules": "false",
      "alb.ingress.kubernetes.io/scheme": "internet-facing",
      "alb.ingress.kubernetes.io/security-groups": "sg-000000000000057a6",
      "alb.ingress.kubernetes.io/ssl-policy": "ELBSecurityPolicy-TLS13-1-2-2021-06",
      "alb.ingress.kubernetes.io/ssl-redirect": "443",
      "alb.ingress.kubernetes.io/success-codes": "200",
      "alb.ingress.kubernetes.io/tags": "cost-centre=marketresearch,environment=staging,managed-by=slipway,owner=research-platform,recovery-point-objective=60,recovery-time-objective=240,system=marketresearch",
      "alb.ingress.kubernetes.io/target-group-attributes": "deregistration_delay.timeout_seconds=120",
      "alb.ingress.kubernetes.io/target-type": "ip",
      "alb.ingress.kubernetes.io/unhealthy-threshold-count": "3"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "edge-ingress",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "ingressClassName": "alb",
    "rules": [
      {
        "host": "api.marketresearch-staging.example.com",
        "http": {
          "paths": [
            {
              "backend": {
                "service": {
                  "name": "inference-api",
                  "port": {
                    "number": 8000
                  }
                }
              },
              "path": "/",
              "pathType": "Prefix"
            }
          ]
        }
      }
    ],
    "tls": [
      {
        "hosts": [
          "api.marketresearch-staging.example.com"
        ]
      }
    ]
  }
});
}
{
  const chart = new Chart(app, "marketresearch-staging-eks-staging-embedder", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "batch/v1",
  "kind": "CronJob",
  "metadata": {
    "name": "embedder",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "embedder",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "concurrencyPolicy": "Forbid",
    "failedJobsHistoryLimit": 3,
    "jobTemplate": {
      "spec": {
        "activeDeadlineSeconds": 7200,
        "backoffLimit": 3,
        "template": {
          "metadata": {
            "annotations": {
              "karpenter.sh/do-not-disrupt": "true"
            },
            "labels": {
              "app.kubernetes.io/component": "job",
              "app.kubernetes.io/managed-by": "slipway",
              "app.kubernetes.io/name": "embedder",
              "app.kubernetes.io/part-of": "marketresearch"
            }
          },
          "spec": {
            "automountServiceAccountToken": false,
            "containers": [
              {
                "env": [
                  {
                    "name": "LOG_FIELDS",
                    "value": "timestamp,service,level,message,request_id"
                  },
                  {
                    "name": "LOG_FORMAT",
                    "value": "json"
                  },
                  {
                    "name": "OPENAI_API_KEY",
                    "valueFrom": {
                      "secretKeyRef": {
                        "key": "api_key",
                        "name": "embedder-marketresearch-secrets-openai-api-key",
                        "optional": true
                      }
                    }
                  }
                ],
                "image": "444455556666.dkr.ecr.us-east-1.amazonaws.com/marketresearch/staging/embedder:4f1c2d9",
                "imagePullPolicy": "IfNotPresent",
                "name": "embedder",
                "resources": {
                  "limits": {
                    "ephemeral-storage": "1Gi",
                    "memory": "2Gi"
                  },
                  "requests": {
                    "cpu": "1",
                    "ephemeral-storage": "1Gi",
                    "memory": "2Gi"
                  }
                },
                "securityContext": {
                  "allowPrivilegeEscalation": false,
                  "capabilities": {
                    "drop": [
                      "ALL"
                    ]
                  },
                  "readOnlyRootFilesystem": true,
                  "runAsNonRoot": true
                },
                "volumeMounts": [
                  {
                    "mountPath": "/tmp",
                    "name": "tmp"
                  },
                  {
                    "mountPath": "/index",
                    "name": "index",
                    "readOnly": false
                  }
                ]
              }
            ],
            "enableServiceLinks": false,
            "restartPolicy": "Never",
            "securityContext": {
              "fsGroup": 10001,
              "fsGroupChangePolicy": "OnRootMismatch",
              "runAsGroup": 10001,
              "runAsNonRoot": true,
              "runAsUser": 10001,
              "seccompProfile": {
                "type": "RuntimeDefault"
              }
            },
            "serviceAccountName": "embedder",
            "volumes": [
              {
                "emptyDir": {},
                "name": "tmp"
              },
              {
                "name": "index",
                "persistentVolumeClaim": {
                  "claimName": "embeddings-index",
                  "readOnly": false
                }
              }
            ]
          }
        },
        "ttlSecondsAfterFinished": 86400
      }
    },
    "schedule": "0 2 * * *",
    "startingDeadlineSeconds": 3600,
    "successfulJobsHistoryLimit": 3,
    "timeZone": "Etc/UTC"
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "embedder-marketresearch-secrets-openai-api-key",
    "namespace": "marketresearch",
    "annotations": {
      "argocd.argoproj.io/ignore-healthcheck": "true"
    }
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "marketresearch/staging/openai-api-key",
          "property": "api_key"
        },
        "secretKey": "api_key"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "embedder-marketresearch-secrets-openai-api-key"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "embedder",
    "namespace": "marketresearch"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.20.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "embedder",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "embedder",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "embedder",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "automountServiceAccountToken": false
});
}
{
  const chart = new Chart(app, "marketresearch-staging-eks-staging-environment", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "argocd"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "external-dns"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "default-deny",
    "namespace": "external-dns"
  },
  "spec": {
    "podSelector": {},
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "external-secrets"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "default-deny",
    "namespace": "external-secrets"
  },
  "spec": {
    "podSelector": {},
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "marketresearch"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "default-deny",
    "namespace": "marketresearch"
  },
  "spec": {
    "podSelector": {},
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "v1",
  "kind": "PersistentVolumeClaim",
  "metadata": {
    "name": "embeddings-index",
    "namespace": "marketresearch",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "embeddings-index",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "accessModes": [
      "ReadWriteMany"
    ],
    "resources": {
      "requests": {
        "storage": "100Gi"
      }
    },
    "storageClassName": "",
    "volumeName": "marketresearch-staging-embeddings-index"
  }
});
new ApiObject(chart, 'o8', {
  "apiVersion": "v1",
  "kind": "PersistentVolumeClaim",
  "metadata": {
    "name": "model-store",
    "namespace": "marketresearch",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-store",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "accessModes": [
      "ReadWriteMany"
    ],
    "resources": {
      "requests": {
        "storage": "100Gi"
      }
    },
    "storageClassName": "",
    "volumeName": "marketresearch-staging-model-store"
  }
});
new ApiObject(chart, 'o9', {
  "apiVersion": "v1",
  "kind": "ResourceQuota",
  "metadata": {
    "name": "quota",
    "namespace": "marketresearch"
  },
  "spec": {
    "hard": {
      "requests.cpu": "16",
      "requests.memory": "32Gi",
      "requests.nvidia.com/gpu": "0"
    }
  }
});
new ApiObject(chart, 'o10', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "loki-data-source",
    "namespace": "monitoring",
    "labels": {
      "grafana_datasource": "1"
    }
  },
  "data": {
    "loki.yaml": "{\n  \"apiVersion\": 1,\n  \"datasources\": [\n    {\n      \"name\": \"Loki\",\n      \"uid\": \"loki\",\n      \"type\": \"loki\",\n      \"access\": \"proxy\",\n      \"url\": \"http://loki.monitoring.svc.cluster.local:3100\",\n      \"isDefault\": false,\n      \"editable\": false\n    }\n  ]\n}\n"
  }
});
new ApiObject(chart, 'o11', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "monitoring"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o12', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "argocd",
      "app.kubernetes.io/part-of": "marketresearch",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "baseline",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o13', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "external-dns",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-dns-namespace",
      "app.kubernetes.io/part-of": "marketresearch",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o14', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "external-secrets",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-secrets-namespace",
      "app.kubernetes.io/part-of": "marketresearch",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o15', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "marketresearch",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "marketresearch",
      "app.kubernetes.io/part-of": "marketresearch",
      "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o16', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "monitoring",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "monitoring",
      "app.kubernetes.io/part-of": "marketresearch",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "baseline",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o17', {
  "apiVersion": "v1",
  "kind": "PersistentVolume",
  "metadata": {
    "name": "marketresearch-staging-embeddings-index",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "embeddings-index",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "accessModes": [
      "ReadWriteMany"
    ],
    "capacity": {
      "storage": "100Gi"
    },
    "claimRef": {
      "name": "embeddings-index",
      "namespace": "marketresearch"
    },
    "csi": {
      "driver": "efs.csi.aws.com",
      "volumeHandle": "fs-000000000000157a6::fsap-000000000000157a6"
    },
    "mountOptions": [
      "tls"
    ],
    "persistentVolumeReclaimPolicy": "Retain",
    "storageClassName": "",
    "volumeMode": "Filesystem"
  }
});
new ApiObject(chart, 'o18', {
  "apiVersion": "v1",
  "kind": "PersistentVolume",
  "metadata": {
    "name": "marketresearch-staging-model-store",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-store",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "accessModes": [
      "ReadWriteMany"
    ],
    "capacity": {
      "storage": "100Gi"
    },
    "claimRef": {
      "name": "model-store",
      "namespace": "marketresearch"
    },
    "csi": {
      "driver": "efs.csi.aws.com",
      "volumeHandle": "fs-000000000000257a6::fsap-000000000000257a6"
    },
    "mountOptions": [
      "tls"
    ],
    "persistentVolumeReclaimPolicy": "Retain",
    "storageClassName": "",
    "volumeMode": "Filesystem"
  }
});
new ApiObject(chart, 'o19', {
  "apiVersion": "storage.k8s.io/v1",
  "kind": "StorageClass",
  "metadata": {
    "name": "loki"
  },
  "allowVolumeExpansion": true,
  "parameters": {
    "encrypted": "true",
    "type": "gp3"
  },
  "provisioner": "ebs.csi.aws.com",
  "reclaimPolicy": "Retain",
  "volumeBindingMode": "WaitForFirstConsumer"
});
new ApiObject(chart, 'o20', {
  "apiVersion": "storage.k8s.io/v1",
  "kind": "StorageClass",
  "metadata": {
    "name": "prometheus"
  },
  "allowVolumeExpansion": true,
  "parameters": {
    "encrypted": "true",
    "type": "gp3"
  },
  "provisioner": "ebs.csi.aws.com",
  "reclaimPolicy": "Retain",
  "volumeBindingMode": "WaitForFirstConsumer"
});
}
{
  const chart = new Chart(app, "marketresearch-staging-eks-staging-inference-api", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 600,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "inference-api",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "inference-api",
          "app.kubernetes.io/part-of": "marketresearch"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "LOG_FIELDS",
                "value": "timestamp,service,level,message,request_id"
              },
              {
                "name": "LOG_FORMAT",
                "value": "json"
              },
              {
                "name": "NER_SERVICE_HOST",
                "value": "ner-service.marketresearch.svc.cluster.local"
              },
              {
                "name": "NER_SERVICE_PORT",
                "value": "8001"
              },
              {
                "name": "OPENAI_API_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "api_key",
                    "name": "inference-api-marketresearch-secrets-openai-api-key",
                    "optional": true
                  }
                }
              },
              {
                "name": "PORT",
                "value": "8000"
              }
            ],
            "image": "444455556666.dkr.ecr.us-east-1.amazonaws.com/marketresearch/staging/inference-api:4f1c2d9",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "inference-api",
            "ports": [
              {
                "containerPort": 8000,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "1Gi"
              },
              "requests": {
                "cpu": "500m",
                "ephemeral-storage": "1Gi",
                "memory": "1Gi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 60,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 5,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              },
              {
                "mountPath": "/index",
                "name": "index",
                "readOnly": true
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "inference-api",
        "terminationGracePeriodSeconds": 150,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "inference-api",
                "app.kubernetes.io/part-of": "marketresearch"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "inference-api",
                "app.kubernetes.io/part-of": "marketresearch"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          },
          {
            "name": "index",
            "persistentVolumeClaim": {
              "claimName": "embeddings-index",
              "readOnly": true
            }
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "inference-api-marketresearch-secrets-openai-api-key",
    "namespace": "marketresearch",
    "annotations": {
      "argocd.argoproj.io/ignore-healthcheck": "true"
    }
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "marketresearch/staging/openai-api-key",
          "property": "api_key"
        },
        "secretKey": "api_key"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "inference-api-marketresearch-secrets-openai-api-key"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 3,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 1,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "inference-api"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 8001,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "marketresearch"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "ner-service",
                "app.kubernetes.io/part-of": "marketresearch"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.20.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.20.0.0/22"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.20.4.0/22"
            }
          }
        ],
        "ports": [
          {
            "port": 8000,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8000,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "inference-api",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "inference-api",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8000,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o7', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "inference-api",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference-api",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "inference-api",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    }
  }
});
}
{
  const chart = new Chart(app, "marketresearch-staging-eks-staging-model-sync", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "model-sync",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-sync",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "data": {
    "sync.sh": "set -euo pipefail\nloaded=\"$LOADED_1_MODELS\"\nsettle=300\nfailed=0\nbucket=\"$SOURCE_BUCKET\"\nfolders=\"$(aws s3api list-objects-v2 --bucket \"$bucket\" --prefix \"$PREFIX\" --delimiter / \\\n  --query \"CommonPrefixes[].Prefix\" --output text)\"\n\n# Versions of a model in the bucket, the oldest first.\nversions_of() {\n  for folder in $folders; do\n    name=\"${folder#\"$PREFIX\"}\"\n    name=\"${name%/}\"\n    if [[ \"$name\" =~ ^$1-v[0-9]+\\.[0-9]+\\.[0-9]+$ ]]; then echo \"$name\"; fi\n  done | sort -V\n}\n\nfetch() {\n  if [ -d \"$TARGET/$1\" ]; then return; fi\n  newest=\"$(aws s3api list-objects-v2 --bucket \"$bucket\" --prefix \"$PREFIX$1/\" \\\n    --query \"Contents[].LastModified\" --output text | tr \"\\t\" \"\\n\" | sort | tail -n 1)\"\n  if [ -z \"$newest\" ] || [ \"$newest\" = None ]; then\n    echo \"$1 is not in the bucket\" >&2\n    failed=1\n    return\n  fi\n  if [ \"$(date -d \"$newest\" +%s)\" -gt \"$(($(date +%s) - settle))\" ]; then\n    echo \"$1 may not be whole yet: its last object came at $newest\"\n    waiting=1\n    return\n  fi\n  rm -rf \"$TARGET/.incoming/$1\"\n  mkdir -p \"$TARGET/.incoming/$1\"\n  aws s3 cp --recursive --only-show-errors \"s3://$bucket/$PREFIX$1/\" \"$TARGET/.incoming/$1/\"\n  mv \"$TARGET/.incoming/$1\" \"$TARGET/$1\"\n  echo \"fetched $1\"\n}\n\n# Name, number of versions, folders that stay in any case.\nkeep_model() {\n  model=\"$1\"\n  waiting=0\n  wanted=\"$(versions_of \"$model\" | tail -n \"$2\")\"\n  # What the bucket does not show is no reason to remove what services read.\n  if [ -z \"$wanted\" ]; then echo \"no version of $model in the bucket\" >&2; exit 1; fi\n  wanted=\"$wanted ${*:3}\"\n  for name in $loaded; do\n    if [[ \"$name\" == \"$model\"-v[0-9]* ]]; then wanted=\"$wanted $name\"; fi\n  done\n  for name in $wanted; do fetch \"$name\"; done\n  # Until the newest is there, the oldest stays.\n  if [ \"$waiting\" = 1 ]; then return; fi\n  for path in \"$TARGET/$model\"-v[0-9]*; do\n    name=\"${path##*/}\"\n    if [ -d \"$path\" ] && [[ \" ${wanted//$'\\n'/ } \" != *\" $name \"* ]]; then\n      rm -rf \"$path\"\n      echo \"removed $name\"\n    fi\n  done\n}\n\nkeep_model ner 3\nrm -rf \"$TARGET/.incoming\"\nexit \"$failed\"\n"
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "batch/v1",
  "kind": "CronJob",
  "metadata": {
    "name": "model-sync",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-sync",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "concurrencyPolicy": "Forbid",
    "failedJobsHistoryLimit": 3,
    "jobTemplate": {
      "spec": {
        "activeDeadlineSeconds": 3600,
        "backoffLimit": 3,
        "template": {
          "metadata": {
            "annotations": {
              "karpenter.sh/do-not-disrupt": "true",
              "slipway.dev/files-checksum": "f7bc86c196c103d1"
            },
            "labels": {
              "app.kubernetes.io/component": "job",
              "app.kubernetes.io/managed-by": "slipway",
              "app.kubernetes.io/name": "model-sync",
              "app.kubernetes.io/part-of": "marketresearch"
            }
          },
          "spec": {
            "automountServiceAccountToken": false,
            "containers": [
              {
                "command": [
                  "/bin/bash",
                  "/config/sync.sh"
                ],
                "env": [
                  {
                    "name": "HOME",
                    "value": "/tmp"
                  },
                  {
                    "name": "LOADED_1_MODELS",
                    "value": "ner-v1.1.0"
                  },
                  {
                    "name": "LOG_FIELDS",
                    "value": "timestamp,service,level,message,request_id"
                  },
                  {
                    "name": "LOG_FORMAT",
                    "value": "json"
                  },
                  {
                    "name": "PREFIX",
                    "value": ""
                  },
                  {
                    "name": "SOURCE_BUCKET",
                    "value": "marketresearch-staging-models"
                  },
                  {
                    "name": "TARGET",
                    "value": "/models"
                  }
                ],
                "image": "public.ecr.aws/aws-cli/aws-cli:2.31.0",
                "imagePullPolicy": "IfNotPresent",
                "name": "model-sync",
                "resources": {
                  "limits": {
                    "ephemeral-storage": "1Gi",
                    "memory": "512Mi"
                  },
                  "requests": {
                    "cpu": "500m",
                    "ephemeral-storage": "1Gi",
                    "memory": "512Mi"
                  }
                },
                "securityContext": {
                  "allowPrivilegeEscalation": false,
                  "capabilities": {
                    "drop": [
                      "ALL"
                    ]
                  },
                  "readOnlyRootFilesystem": true,
                  "runAsNonRoot": true
                },
                "volumeMounts": [
                  {
                    "mountPath": "/tmp",
                    "name": "tmp"
                  },
                  {
                    "mountPath": "/models",
                    "name": "models",
                    "readOnly": false
                  },
                  {
                    "mountPath": "/config",
                    "name": "config",
                    "readOnly": true
                  }
                ]
              }
            ],
            "enableServiceLinks": false,
            "restartPolicy": "Never",
            "securityContext": {
              "fsGroup": 10001,
              "fsGroupChangePolicy": "OnRootMismatch",
              "runAsGroup": 10001,
              "runAsNonRoot": true,
              "runAsUser": 10001,
              "seccompProfile": {
                "type": "RuntimeDefault"
              }
            },
            "serviceAccountName": "model-sync",
            "volumes": [
              {
                "emptyDir": {},
                "name": "tmp"
              },
              {
                "name": "models",
                "persistentVolumeClaim": {
                  "claimName": "model-store",
                  "readOnly": false
                }
              },
              {
                "configMap": {
                  "name": "model-sync"
                },
                "name": "config"
              }
            ]
          }
        },
        "ttlSecondsAfterFinished": 86400
      }
    },
    "schedule": "*/15 * * * *",
    "startingDeadlineSeconds": 3600,
    "successfulJobsHistoryLimit": 3,
    "timeZone": "Etc/UTC"
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "model-sync",
    "namespace": "marketresearch"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.20.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "model-sync",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "model-sync",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-sync",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "automountServiceAccountToken": false
});
}
{
  const chart = new Chart(app, "marketresearch-staging-eks-staging-monitoring", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "monitoring.coreos.com/v1alpha1",
  "kind": "AlertmanagerConfig",
  "metadata": {
    "name": "alerts",
    "namespace": "monitoring",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "alerts",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "inhibitRules": [
      {
        "equal": [
          "alertname",
          "namespace"
        ],
        "sourceMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "critical"
          }
        ],
        "targetMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "warning"
          }
        ]
      },
      {
        "equal": [
          "alertname",
          "namespace"
        ],
        "sourceMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "critical"
          }
        ],
        "targetMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "info"
          }
        ]
      },
      {
        "equal": [
          "alertname",
          "namespace"
        ],
        "sourceMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "warning"
          }
        ],
        "targetMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "info"
          }
        ]
      }
    ],
    "receivers": [
      {
        "name": "nobody"
      },
      {
        "name": "team",
        "slackConfigs": [
          {
            "apiURL": {
              "key": "url",
              "name": "alerts-slack-slack"
            },
            "channel": "#marketresearch-alerts",
            "sendResolved": true,
            "text": "{{ range .Alerts }}{{ .Annotations.summary }} ({{ .Labels.namespace }}){{ if .Annotations.runbook_url }} {{ .Annotations.runbook_url }}{{ end }}\n{{ end }}",
            "title": "[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }}"
          }
        ]
      }
    ],
    "route": {
      "groupBy": [
        "alertname",
        "namespace"
      ],
      "receiver": "nobody",
      "routes": [
        {
          "groupInterval": "1m",
          "groupWait": "30s",
          "matchers": [
            {
              "matchType": "=",
              "name": "severity",
              "value": "critical"
            }
          ],
          "receiver": "team",
          "repeatInterval": "1h"
        },
        {
          "groupInterval": "5m",
          "groupWait": "30s",
          "matchers": [
            {
              "matchType": "=",
              "name": "severity",
              "value": "warning"
            }
          ],
          "receiver": "team",
          "repeatInterval": "4h"
        }
      ]
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "dashboard-inference",
    "namespace": "monitoring",
    "annotations": {
      "grafana_folder": "marketresearch"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "inference",
      "app.kubernetes.io/part-of": "marketresearch",
      "grafana_dashboard": "1"
    }
  },
  "data": {
    "inference.json": "{\n  \"editable\": false,\n  \"graphTooltip\": 1,\n  \"panels\": [\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 0\n      },\n      \"id\": 1,\n      \"panels\": [],\n      \"title\": \"Requests\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"reqps\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 1\n      },\n      \"id\": 2,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum(rate(inference_requests_total[5m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"requests\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Inference requests\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"description\": \"Alert HighInferenceLatency (warning): > 2 for 5m\",\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"line\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              },\n              {\n                \"color\": \"orange\",\n                \"value\": 2\n              }\n            ]\n          },\n          \"unit\": \"s\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 1\n      },\n      \"id\": 3,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"histogram_quantile(0.50, sum by (le) (rate(inference_latency_seconds_bucket[5m])))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"p50\",\n          \"range\": true,\n          \"refId\": \"A\"\n        },\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"histogram_quantile(0.95, sum by (le) (rate(inference_latency_seconds_bucket[5m])))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"p95\",\n          \"range\": true,\n          \"refId\": \"B\"\n        },\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"histogram_quantile(0.99, sum by (le) (rate(inference_latency_seconds_bucket[5m])))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"p99\",\n          \"range\": true,\n          \"refId\": \"C\"\n        }\n      ],\n      \"title\": \"Inference latency, p50, p95, p99\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"s\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 9\n      },\n      \"id\": 4,\n      \"options\": {\n        \"calculate\": false,\n        \"cellGap\": 1,\n        \"color\": {\n          \"mode\": \"scheme\",\n          \"scheme\": \"Oranges\",\n          \"steps\": 64\n        },\n        \"tooltip\": {\n          \"mode\": \"single\",\n          \"yHistogram\": true\n        },\n        \"yAxis\": {\n          \"axisPlacement\": \"left\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (le) (increase(inference_latency_seconds_bucket[1m]))\",\n          \"format\": \"heatmap\",\n          \"instant\": false,\n          \"legendFormat\": \"{{le}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Distribution of latencies\",\n      \"type\": \"heatmap\"\n    },\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 17\n      },\n      \"id\": 5,\n      \"panels\": [],\n      \"title\": \"Models and index\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"ops\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 18\n      },\n      \"id\": 6,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum(rate(ner_entities_extracted_total[5m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"entities\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Entities extracted\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 18\n      },\n      \"id\": 7,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"max(embedding_index_size)\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"documents\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Documents in the index\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 6,\n        \"x\": 0,\n        \"y\": 26\n      },\n      \"id\": 8,\n      \"options\": {\n        \"colorMode\": \"value\",\n        \"graphMode\": \"area\",\n        \"reduceOptions\": {\n          \"calcs\": [\n            \"lastNotNull\"\n          ],\n          \"fields\": \"\",\n          \"values\": false\n        },\n        \"textMode\": \"auto\"\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"max(embedding_index_size)\",\n          \"format\": \"time_series\",\n          \"instant\": true,\n          \"legendFormat\": \"documents\",\n          \"range\": false,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Documents in the index now\",\n      \"type\": \"stat\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 6,\n        \"x\": 6,\n        \"y\": 26\n      },\n      \"id\": 9,\n      \"options\": {\n        \"colorMode\": \"value\",\n        \"graphMode\": \"area\",\n        \"reduceOptions\": {\n          \"calcs\": [\n            \"lastNotNull\"\n          ],\n          \"fields\": \"\",\n          \"values\": false\n        },\n        \"textMode\": \"auto\"\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"(time() - max by (cronjob) (kube_cronjob_status_last_successful_time{namespace=\\\"marketresearch\\\"})) / 3600\",\n          \"format\": \"time_series\",\n          \"instant\": true,\n          \"legendFormat\": \"{{cronjob}}\",\n          \"range\": false,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Hours since the last run that ended well\",\n      \"type\": \"stat\"\n    }\n  ],\n  \"refresh\": \"30s\",\n  \"schemaVersion\": 39,\n  \"tags\": [\n    \"marketresearch\",\n    \"staging\"\n  ],\n  \"templating\": {\n    \"list\": []\n  },\n  \"time\": {\n    \"from\": \"now-6h\",\n    \"to\": \"now\"\n  },\n  \"timezone\": \"utc\",\n  \"title\": \"Inference\",\n  \"uid\": \"marketresearch-staging-inference\",\n  \"version\": 1\n}\n"
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "dashboard-workloads",
    "namespace": "monitoring",
    "annotations": {
      "grafana_folder": "marketresearch"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "workloads",
      "app.kubernetes.io/part-of": "marketresearch",
      "grafana_dashboard": "1"
    }
  },
  "data": {
    "workloads.json": "{\n  \"editable\": false,\n  \"graphTooltip\": 1,\n  \"panels\": [\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 0\n      },\n      \"id\": 1,\n      \"panels\": [],\n      \"title\": \"Replicas\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 1\n      },\n      \"id\": 2,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (deployment) (kube_deployment_status_replicas_available{namespace=\\\"marketresearch\\\"})\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{deployment}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Replicas that are ready\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 1\n      },\n      \"id\": 3,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (pod) (increase(kube_pod_container_status_restarts_total{namespace=\\\"marketresearch\\\"}[1h])) > 0\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{pod}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Restarts in the last hour\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 9\n      },\n      \"id\": 4,\n      \"panels\": [],\n      \"title\": \"Use\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 10\n      },\n      \"id\": 5,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (container) (rate(container_cpu_usage_seconds_total{namespace=\\\"marketresearch\\\",container!=\\\"\\\"}[5m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{container}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"CPU\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"bytes\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 10\n      },\n      \"id\": 6,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (container) (container_memory_working_set_bytes{namespace=\\\"marketresearch\\\",container!=\\\"\\\"})\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{container}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Memory\",\n      \"type\": \"timeseries\"\n    }\n  ],\n  \"refresh\": \"30s\",\n  \"schemaVersion\": 39,\n  \"tags\": [\n    \"marketresearch\",\n    \"staging\"\n  ],\n  \"templating\": {\n    \"list\": []\n  },\n  \"time\": {\n    \"from\": \"now-6h\",\n    \"to\": \"now\"\n  },\n  \"timezone\": \"utc\",\n  \"title\": \"Workloads\",\n  \"uid\": \"marketresearch-staging-workloads\",\n  \"version\": 1\n}\n"
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "alerts-slack-slack",
    "namespace": "monitoring"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "marketresearch/staging/slack",
          "property": "url"
        },
        "secretKey": "url"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "monitoring-secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "alerts-slack-slack"
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "alerts",
    "namespace": "monitoring"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.20.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "alertmanager"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PrometheusRule",
  "metadata": {
    "name": "rules",
    "namespace": "monitoring",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "rules",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "groups": [
      {
        "interval": "1m",
        "name": "marketresearch",
        "rules": [
          {
            "alert": "HighInferenceLatency",
            "annotations": {
              "summary": "P95 inference latency > 2s for 5 minutes"
            },
            "expr": "histogram_quantile(0.95, sum by (le) (rate(inference_latency_seconds_bucket[5m]))) > 2",
            "for": "5m",
            "labels": {
              "severity": "warning"
            }
          }
        ]
      }
    ]
  }
});
}
{
  const chart = new Chart(app, "marketresearch-staging-eks-staging-ner-service", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 900,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "ner-service",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "ner-service",
          "app.kubernetes.io/part-of": "marketresearch"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "LOG_FIELDS",
                "value": "timestamp,service,level,message,request_id"
              },
              {
                "name": "LOG_FORMAT",
                "value": "json"
              },
              {
                "name": "MODEL_PATH",
                "value": "/models/ner-v1.1.0"
              },
              {
                "name": "PORT",
                "value": "8001"
              }
            ],
            "image": "444455556666.dkr.ecr.us-east-1.amazonaws.com/marketresearch/staging/ner-service:4f1c2d9",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "ner-service",
            "ports": [
              {
                "containerPort": 8001,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "2Gi"
              },
              "requests": {
                "cpu": "1",
                "ephemeral-storage": "1Gi",
                "memory": "2Gi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 60,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              },
              {
                "mountPath": "/models",
                "name": "loaded-models",
                "readOnly": true
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "ner-service",
        "terminationGracePeriodSeconds": 60,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "ner-service",
                "app.kubernetes.io/part-of": "marketresearch"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "ner-service",
                "app.kubernetes.io/part-of": "marketresearch"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          },
          {
            "name": "loaded-models",
            "persistentVolumeClaim": {
              "claimName": "model-store",
              "readOnly": true
            }
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 2,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 1,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "ner-service"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "marketresearch"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "inference-api",
                "app.kubernetes.io/part-of": "marketresearch"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8001,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8001,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "ner-service",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "ner-service",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8001,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o6', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "ner-service",
    "namespace": "marketresearch",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "ner-service",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "ner-service",
        "app.kubernetes.io/part-of": "marketresearch"
      }
    }
  }
});
}
{
  const chart = new Chart(app, "marketresearch-staging-eks-staging-node-pools", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "karpenter.k8s.aws/v1",
  "kind": "EC2NodeClass",
  "metadata": {
    "name": "general",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "general",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "amiSelectorTerms": [
      {
        "alias": "al2023@v20260903"
      }
    ],
    "blockDeviceMappings": [
      {
        "deviceName": "/dev/xvda",
        "ebs": {
          "deleteOnTermination": true,
          "encrypted": true,
          "volumeSize": "100Gi",
          "volumeType": "gp3"
        }
      }
    ],
    "instanceProfile": "marketresearch-staging-karpenter-access-node",
    "metadataOptions": {
      "httpEndpoint": "enabled",
      "httpPutResponseHopLimit": 1,
      "httpTokens": "required"
    },
    "securityGroupSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "marketresearch-staging-eks"
        }
      },
      {
        "tags": {
          "aws:eks:cluster-name": "marketresearch-staging-eks"
        }
      }
    ],
    "subnetSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "marketresearch-staging-main"
        }
      }
    ],
    "tags": {
      "Name": "marketresearch-staging-eks-general",
      "cost-centre": "marketresearch",
      "environment": "staging",
      "managed-by": "slipway",
      "owner": "research-platform",
      "recovery-point-objective": "60",
      "recovery-time-objective": "240",
      "system": "marketresearch"
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "karpenter.sh/v1",
  "kind": "NodePool",
  "metadata": {
    "name": "general",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "general",
      "app.kubernetes.io/part-of": "marketresearch"
    }
  },
  "spec": {
    "disruption": {
      "budgets": [
        {
          "nodes": "10%"
        }
      ],
      "consolidateAfter": "300s",
      "consolidationPolicy": "WhenEmptyOrUnderutilized"
    },
    "limits": {
      "cpu": 64,
      "memory": "256Gi"
    },
    "template": {
      "metadata": {
        "labels": {}
      },
      "spec": {
        "expireAfter": "720h",
        "nodeClassRef": {
          "group": "karpenter.k8s.aws",
          "kind": "EC2NodeClass",
          "name": "general"
        },
        "requirements": [
          {
            "key": "node.kubernetes.io/instance-type",
            "operator": "In",
            "values": [
              "m6i.large",
              "m6i.xlarge",
              "m6i.2xlarge"
            ]
          },
          {
            "key": "karpenter.sh/capacity-type",
            "operator": "In",
            "values": [
              "spot",
              "on-demand"
            ]
          }
        ],
        "terminationGracePeriod": "60m"
      }
    }
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-dev-environment", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "dev"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "default-deny",
    "namespace": "dev"
  },
  "spec": {
    "podSelector": {},
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "v1",
  "kind": "PersistentVolumeClaim",
  "metadata": {
    "name": "model-volume",
    "namespace": "dev",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-volume",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "accessModes": [
      "ReadWriteMany"
    ],
    "resources": {
      "requests": {
        "storage": "100Gi"
      }
    },
    "storageClassName": "",
    "volumeName": "pingvas-dev-model-volume"
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "v1",
  "kind": "ResourceQuota",
  "metadata": {
    "name": "quota",
    "namespace": "dev"
  },
  "spec": {
    "hard": {
      "requests.cpu": "20",
      "requests.memory": "50Gi",
      "requests.nvidia.com/gpu": "3"
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "bitnami.com/v1alpha1",
  "kind": "SealedSecret",
  "metadata": {
    "name": "endpoints",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "endpoints",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "encryptedData": {
      "lemon_squeezy_store": "AgADn/fSezC+eXoGx72UUOmDF1bI6YNef7oa2LS1FrwS6UbYvKIWiKcNsF3Za5rjX7hpVPb7D2yVhzDXWLYGpwvBMWrRem9JzKAMKpe0x2m7uJ9KEUNK02FdsvcZUCjn2/DcHw17nsJlVEJQA8kzOHaWZN1a/Ny4i3UrH7K3yk6B0Gc5YyOuAuzpXn9qxibSjujkAVRIi/lhqM3siXUDJGd5RVfM1/H5B3F/qWyfRSjVHxbdFbbiWcj+aWML/MUVsG9wOqqy8C54Nrl17kYze/d1wKGXBQbmzM5o97CTmdmirllP+xccN6ewPHfPOdSevPsRKpI4uvgtqHA5Wjm+s9w+X8pAZj/bZDruhR18ABKzrnyLXHKAPefVv/WkEFX/c6Dm0gM42lGBxm0rgk4TRtj/kyQTb32rqJLRsR/hjLAAVZpUOBMPQUWnXiGMHnWR71TUrCn3gln1P3Zbh6tgzh6Lu/A8AaLaoQJQM+m5ODc/vNhYNef3IE9uKn5nRQ0d3M47z3hFJyu7UsHTGMTvgUKCMeKSXhu9vXLx014mXYVXbOQee59MIlxlVTRPFL7C8BzkkS3O6ov4Pok5NdcKS2Owg5IsvqJJ5XA78Ih0qfG9I70tmko1AjWNKIrTKu1Fg1GiCXf+ODtqRIH6jAbyktVgzoYDQbMhyIHzAVIMFv4rkCMAdOtKzw6ld6X6Pu63dTRhr5k06SxvIVriGuw=",
      "oauth_issuer": "AgCKGJqAy7u6Xurie9b8ykfeOl4q7Sd4MLBvK+CHZha1DkDIGz1wMcGgs1hMDNYEA4a1Re/Wv+BtNCbptNNSNEsBTIATBVZkn9nh9W/Y1KXHYEdCVButXZr2pJeX6up4BO5qj8FFdL+Hzo+4/gfwZdCvikhzDOZ5sTac3xAokIzv9BfaGxZZDHuH6W9zH5wlfMcELL5NDWgb+h4dTky74D3tfoKHjcSBCue0oB77UxDUv0R2gY1gtdsy/sR6ThTItvwQAldS52nC162+57yp2EWaCwy5l1aX4L98yRTJu2fUteDqS8qq/ii63V8mmyoqkSMaSZqS6Zfs5r++rmtEVWSu4DnBUakLNcxRSCmtzHZ8QtPNPKljBOBKcmuyLhDUxBHKwJJR3rjeLqxPCCHiwsXnII8NR1i4AX/51VW1gejTUl07AqfVC/SnF+oUsO6OqMzKS9EUaaHK9QbYMhE4RDpDrrikTDXlUSI2f9nRedKwxAcb/qHpYHxHBjHTLNDC6jXrSD0F0ZHlPP7MreXBDvlkXGbSUPvqU96HZ2GHZCZXg69IxQuOTDLvhFGhxfldpPp43oEk2FoYXGQ1PONkp/y+flY4lAclG5TxlrKjWsuuwLQiGBCCT0HVF91Jej/1tsSW2+3sg1S1/fRWtN4Z45zPSBPjzNTFfx5o99mIhCruqIiqOUxWvt6nttdUxtfxeR6XZqWmYEGWJNHQuYiA5a5MtGIhAOwG7C2tz/ajSP91"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "endpoints",
          "app.kubernetes.io/part-of": "pingvas"
        },
        "name": "endpoints",
        "namespace": "dev"
      },
      "type": "Opaque"
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "bitnami.com/v1alpha1",
  "kind": "SealedSecret",
  "metadata": {
    "name": "jwt",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "jwt",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "encryptedData": {
      "public_key": "AgCXFwU+yz80IDxfv4V+LwmuOCCRb8c6AmtvpIgjoyf+MYQhvV3i5XG1c+RyCwblqnkwxg7BmZsWpmVo8EOXPe3cayFEY8I/9H63XzH5XH8JLIyE1pV82JBd1xMQrHXMbQ3OjcrZoXIwHgUgEtigqIofJl7zCko/Ew9GpCeeKRyK0+ZBYgGBfHMr8Hd3nDJUTFIEeS9DxKltLTTk1QoGaawYrgxGdRZObqzNZXyfRopH6A3kkFZOzTKCy6Km3txOoCFt9mcsJvalcQTH6OcYX21v4EW+m0Thw/wnTn5R5YoHXzysAJPdNrYt7C8gTTV8qD5OGD3kNHGvM8/OuDlekh4X0Ju+0jF6g+r78DlKHBDbO9vjv+IRcFyCXBLBJjG+5FZXdWVvopWH15lgq6rgH4NMpJMZjDToSxJ8H3VVm4HommpR5C4ZOVchTjjbN2gv/uJF1ERgExnqdp8RrBAZAP8QP5VaRUpF2PnDZyK2GI/ej+r4D69VwKf1bhRoGWChk33L1Xt77XsinFMfieWWbo1+QKrZqMSNviBFoM4gsWVI+p76dRyCmiY+E2wsl1lmw9X197TQeS1KlQfbAQxbPQLI31mETvVxr9cqn+y0WQDyzhaxNjUbGGKTY6DRBVgAjyhVbK5nSdXYZEhpCR41a7xbZoDMZwSkrGhb9g5irRbl7tfr9fFY6bR0XnJoGN75jv/guJWgpwrwtJAt6I/Dql8Iwm33Sh+mQm5zX0EyN7zBstSA7GXM8MRmc9Xsbs77PrZxBAsMoBfFgRALrUD1aCRLqIRm4IP5bQQY+/Or+Lxja3jEakzzMzoutVE6HE9gUoRcXgmK74Dt/EPWZLczGPJOoIoyRk8crArnTL6NcN2JKH/+vHZ6CvS/xRwYL8F5CPF2UmwQv0wj5Youxt0tUTBZge0UrwnkotD2R+DgW0LNy6tn"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "jwt",
          "app.kubernetes.io/part-of": "pingvas"
        },
        "name": "jwt",
        "namespace": "dev"
      },
      "type": "Opaque"
    }
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-dev-gallery-service", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "gallery-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 600,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "gallery-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "gallery-service",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "IMAGES_BUCKET",
                "value": "pingvas-dev-images"
              },
              {
                "name": "JWT_PUBLIC_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "public_key",
                    "name": "jwt"
                  }
                }
              },
              {
                "name": "PGBOUNCER_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "PGBOUNCER_HOST",
                "value": "pgbouncer.dev.svc.cluster.local"
              },
              {
                "name": "PGBOUNCER_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "gallery-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PGBOUNCER_PORT",
                "value": "6432"
              },
              {
                "name": "PGBOUNCER_READ_DATABASE",
                "value": "pingvas_read"
              },
              {
                "name": "PGBOUNCER_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "gallery-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PORT",
                "value": "8004"
              },
              {
                "name": "REDIS_HOST",
                "value": "master.pingvas-dev-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_PORT",
                "value": "6379"
              },
              {
                "name": "REDIS_READER_HOST",
                "value": "replica.pingvas-dev-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_SCHEME",
                "value": "rediss"
              },
              {
                "name": "REDIS_URL",
                "value": "rediss://master.pingvas-dev-redis.example.use1.cache.amazonaws.com:6379/0"
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/gallery-service:4f1c2d9",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "gallery-service",
            "ports": [
              {
                "containerPort": 8004,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 30,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 5,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "dev-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "gallery-service",
        "terminationGracePeriodSeconds": 60,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "gallery-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "gallery-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "gallery-service-pgbouncer-login",
    "namespace": "dev"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "gallery-service-pgbouncer-login"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "gallery-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 50,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 2,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "gallery-service"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "gallery-service",
    "namespace": "dev"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "dev"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.1.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.2.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.3.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 8004,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8004,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "gallery-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "gallery-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "gallery-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "gallery-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8004,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "gallery-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o7', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "gallery-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "gallery-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o8', {
  "apiVersion": "elbv2.k8s.aws/v1beta1",
  "kind": "TargetGroupBinding",
  "metadata": {
    "name": "gallery-service",
    "namespace": "dev"
  },
  "spec": {
    "serviceRef": {
      "name": "gallery-service",
      "port": 8004
    },
    "targetGroupName": "pingvas-dev-gallery-service",
    "targetType": "ip"
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-dev-generation-service", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "generation-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 600,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "generation-service",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "IMAGES_BUCKET",
                "value": "pingvas-dev-images"
              },
              {
                "name": "JWT_PUBLIC_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "public_key",
                    "name": "jwt"
                  }
                }
              },
              {
                "name": "PGBOUNCER_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "PGBOUNCER_HOST",
                "value": "pgbouncer.dev.svc.cluster.local"
              },
              {
                "name": "PGBOUNCER_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "generation-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PGBOUNCER_PORT",
                "value": "6432"
              },
              {
                "name": "PGBOUNCER_READ_DATABASE",
                "value": "pingvas_read"
              },
              {
                "name": "PGBOUNCER_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "generation-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PORT",
                "value": "8003"
              },
              {
                "name": "REDIS_HOST",
                "value": "master.pingvas-dev-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_PORT",
                "value": "6379"
              },
              {
                "name": "REDIS_READER_HOST",
                "value": "replica.pingvas-dev-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_SCHEME",
                "value": "rediss"
              },
              {
                "name": "REDIS_URL",
                "value": "rediss://master.pingvas-dev-redis.example.use1.cache.amazonaws.com:6379/0"
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/generation-service:4f1c2d9",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "generation-service",
            "ports": [
              {
                "containerPort": 8003,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 30,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 5,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "dev-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "generation-service",
        "terminationGracePeriodSeconds": 60,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "generation-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "generation-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "generation-service-pgbouncer-login",
    "namespace": "dev"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "generation-service-pgbouncer-login"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "generation-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 50,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 2,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "generation-service"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "generation-service",
    "namespace": "dev"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "dev"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.1.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.2.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.3.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 8003,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8003,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "generation-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "generation-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8003,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "generation-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o7', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "generation-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o8', {
  "apiVersion": "elbv2.k8s.aws/v1beta1",
  "kind": "TargetGroupBinding",
  "metadata": {
    "name": "generation-service",
    "namespace": "dev"
  },
  "spec": {
    "serviceRef": {
      "name": "generation-service",
      "port": 8003
    },
    "targetGroupName": "pingvas-dev-generation-service",
    "targetType": "ip"
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-dev-generation-worker", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "generation-worker",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-worker",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-worker",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": 0,
        "maxUnavailable": 1
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "worker",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "generation-worker",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "IMAGES_BUCKET",
                "value": "pingvas-dev-images"
              },
              {
                "name": "PGBOUNCER_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "PGBOUNCER_HOST",
                "value": "pgbouncer.dev.svc.cluster.local"
              },
              {
                "name": "PGBOUNCER_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "generation-worker-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PGBOUNCER_PORT",
                "value": "6432"
              },
              {
                "name": "PGBOUNCER_READ_DATABASE",
                "value": "pingvas_read"
              },
              {
                "name": "PGBOUNCER_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "generation-worker-pgbouncer-login"
                  }
                }
              },
              {
                "name": "QUEUE",
                "value": "generation_queue"
              },
              {
                "name": "REDIS_HOST",
                "value": "master.pingvas-dev-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_PORT",
                "value": "6379"
              },
              {
                "name": "REDIS_READER_HOST",
                "value": "replica.pingvas-dev-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_SCHEME",
                "value": "rediss"
              },
              {
                "name": "REDIS_URL",
                "value": "rediss://master.pingvas-dev-redis.example.use1.cache.amazonaws.com:6379/0"
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/generation-worker:4f1c2d9",
            "imagePullPolicy": "IfNotPresent",
            "name": "generation-worker",
            "resources": {
              "limits": {
                "ephemeral-storage": "5Gi",
                "memory": "10Gi",
                "nvidia.com/gpu": 1
              },
              "requests": {
                "cpu": "2",
                "ephemeral-storage": "5Gi",
                "memory": "10Gi",
                "nvidia.com/gpu": 1
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              },
              {
                "mountPath": "/models",
                "name": "models",
                "readOnly": true
              },
              {
                "mountPath": "/dev/shm",
                "name": "shared-memory"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "dev-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "generation-worker",
        "terminationGracePeriodSeconds": 110,
        "tolerations": [
          {
            "effect": "NoSchedule",
            "key": "nvidia.com/gpu",
            "operator": "Exists"
          }
        ],
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "generation-worker",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "generation-worker",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          },
          {
            "name": "models",
            "persistentVolumeClaim": {
              "claimName": "model-volume",
              "readOnly": true
            }
          },
          {
            "emptyDir": {
              "medium": "Memory"
            },
            "name": "shared-memory"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "generation-worker-pgbouncer-login",
    "namespace": "dev"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "generation-worker-pgbouncer-login"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "generation-worker",
    "namespace": "dev"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "dev"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-worker",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "generation-worker",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-worker",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-worker",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "keda.sh/v1alpha1",
  "kind": "ScaledObject",
  "metadata": {
    "name": "generation-worker",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-worker",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "cooldownPeriod": 300,
    "maxReplicaCount": 3,
    "minReplicaCount": 0,
    "pollingInterval": 15,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "generation-worker"
    },
    "triggers": [
      {
        "metadata": {
          "activationListLength": "0",
          "address": "master.pingvas-dev-redis.example.use1.cache.amazonaws.com:6379",
          "databaseIndex": "0",
          "enableTLS": "true",
          "listLength": "1",
          "listName": "generation_queue"
        },
        "type": "redis"
      }
    ]
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "generation-worker",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-worker",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-dev-model-service", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "model-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 600,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "model-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "model-service",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "JWT_PUBLIC_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "public_key",
                    "name": "jwt"
                  }
                }
              },
              {
                "name": "MODELS_BUCKET",
                "value": "pingvas-models-shared"
              },
              {
                "name": "PGBOUNCER_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "PGBOUNCER_HOST",
                "value": "pgbouncer.dev.svc.cluster.local"
              },
              {
                "name": "PGBOUNCER_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "model-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PGBOUNCER_PORT",
                "value": "6432"
              },
              {
                "name": "PGBOUNCER_READ_DATABASE",
                "value": "pingvas_read"
              },
              {
                "name": "PGBOUNCER_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "model-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PORT",
                "value": "8005"
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/model-service:4f1c2d9",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "model-service",
            "ports": [
              {
                "containerPort": 8005,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 30,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 5,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "dev-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "model-service",
        "terminationGracePeriodSeconds": 60,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "model-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "model-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "model-service-pgbouncer-login",
    "namespace": "dev"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "model-service-pgbouncer-login"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "model-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 50,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 2,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "model-service"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "model-service",
    "namespace": "dev"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "dev"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.1.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.2.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.3.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 8005,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8005,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "model-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "model-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "model-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "model-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8005,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "model-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o7', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "model-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "model-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o8', {
  "apiVersion": "elbv2.k8s.aws/v1beta1",
  "kind": "TargetGroupBinding",
  "metadata": {
    "name": "model-service",
    "namespace": "dev"
  },
  "spec": {
    "serviceRef": {
      "name": "model-service",
      "port": 8005
    },
    "targetGroupName": "pingvas-dev-model-service",
    "targetType": "ip"
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-dev-payment-service", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "payment-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 600,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "payment-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "payment-service",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "ENDPOINTS_LEMON_SQUEEZY_STORE",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "lemon_squeezy_store",
                    "name": "endpoints"
                  }
                }
              },
              {
                "name": "ENDPOINTS_OAUTH_ISSUER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "oauth_issuer",
                    "name": "endpoints"
                  }
                }
              },
              {
                "name": "JWT_PUBLIC_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "public_key",
                    "name": "jwt"
                  }
                }
              },
              {
                "name": "LEMON_SQUEEZY_API_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "api_key",
                    "name": "payment-service-app-lemon-squeezy"
                  }
                }
              },
              {
                "name": "LEMON_SQUEEZY_WEBHOOK_SECRET",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "webhook_secret",
                    "name": "payment-service-app-lemon-squeezy"
                  }
                }
              },
              {
                "name": "PGBOUNCER_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "PGBOUNCER_HOST",
                "value": "pgbouncer.dev.svc.cluster.local"
              },
              {
                "name": "PGBOUNCER_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "payment-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PGBOUNCER_PORT",
                "value": "6432"
              },
              {
                "name": "PGBOUNCER_READ_DATABASE",
                "value": "pingvas_read"
              },
              {
                "name": "PGBOUNCER_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "payment-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PORT",
                "value": "8002"
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/payment-service:4f1c2d9",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "payment-service",
            "ports": [
              {
                "containerPort": 8002,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 30,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 5,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "dev-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "payment-service",
        "terminationGracePeriodSeconds": 60,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "payment-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "payment-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "payment-service-app-lemon-squeezy",
    "namespace": "dev"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/dev/lemon-squeezy",
          "property": "api_key"
        },
        "secretKey": "api_key"
      },
      {
        "remoteRef": {
          "key": "pingvas/dev/lemon-squeezy",
          "property": "webhook_secret"
        },
        "secretKey": "webhook_secret"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "payment-service-app-lemon-squeezy"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "payment-service-pgbouncer-login",
    "namespace": "dev"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "payment-service-pgbouncer-login"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "payment-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 50,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 2,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "payment-service"
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "payment-service",
    "namespace": "dev"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "dev"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.1.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.2.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.3.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 8002,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8002,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "payment-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "payment-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "payment-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "payment-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8002,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "payment-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o8', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "payment-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "payment-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o9', {
  "apiVersion": "elbv2.k8s.aws/v1beta1",
  "kind": "TargetGroupBinding",
  "metadata": {
    "name": "payment-service",
    "namespace": "dev"
  },
  "spec": {
    "serviceRef": {
      "name": "payment-service",
      "port": 8002
    },
    "targetGroupName": "pingvas-dev-payment-service",
    "targetType": "ip"
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-dev-pgbouncer", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "pgbouncer",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pgbouncer",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "data": {
    "pgbouncer.ini": "[databases]\npingvas = host=pingvas-shared-aurora.cluster-cexample1234.us-east-1.rds.amazonaws.com port=5432 dbname=pingvas\npingvas_read = host=pingvas-shared-aurora.cluster-ro-cexample1234.us-east-1.rds.amazonaws.com port=5432 dbname=pingvas\n\n[pgbouncer]\nlisten_addr = *\nlisten_port = 6432\nauth_type = scram-sha-256\nauth_file = /run/pgbouncer/userlist.txt\npool_mode = transaction\ndefault_pool_size = 20\nreserve_pool_size = 5\nmax_client_conn = 1000\nmax_prepared_statements = 200\nserver_tls_sslmode = require\nserver_lifetime = 3600\nserver_idle_timeout = 300\nignore_startup_parameters = extra_float_digits\nunix_socket_dir =\nlogfile =\npidfile =\n"
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "pgbouncer",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pgbouncer",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "replicas": 2,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "pgbouncer",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": 1,
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "annotations": {
          "slipway.dev/settings-checksum": "8d394857c1ab9baa"
        },
        "labels": {
          "app.kubernetes.io/component": "pool",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "pgbouncer",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "command": [
              "pgbouncer",
              "/etc/pgbouncer/pgbouncer.ini"
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/pgbouncer:1.23.1",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "periodSeconds": 20,
              "tcpSocket": {
                "port": "postgres"
              }
            },
            "name": "pgbouncer",
            "ports": [
              {
                "containerPort": 6432,
                "name": "postgres",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "periodSeconds": 5,
              "tcpSocket": {
                "port": "postgres"
              }
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 30,
              "periodSeconds": 2,
              "tcpSocket": {
                "port": "postgres"
              }
            },
            "volumeMounts": [
              {
                "mountPath": "/etc/pgbouncer",
                "name": "settings",
                "readOnly": true
              },
              {
                "mountPath": "/run/pgbouncer",
                "name": "users"
              },
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "initContainers": [
          {
            "command": [
              "sh",
              "-ec",
              "umask 077; printf '\"%s\" \"%s\"\\n' \"$LOGIN_USERNAME\" \"$LOGIN_PASSWORD\" > /run/pgbouncer/userlist.txt"
            ],
            "env": [
              {
                "name": "AURORA_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "AURORA_HOST",
                "value": "pingvas-shared-aurora.cluster-cexample1234.us-east-1.rds.amazonaws.com"
              },
              {
                "name": "AURORA_PORT",
                "value": "5432"
              },
              {
                "name": "AURORA_READER_HOST",
                "value": "pingvas-shared-aurora.cluster-ro-cexample1234.us-east-1.rds.amazonaws.com"
              },
              {
                "name": "LOGIN_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "pgbouncer-dev-schema-login-login"
                  }
                }
              },
              {
                "name": "LOGIN_USERNAME",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "pgbouncer-dev-schema-login-login"
                  }
                }
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/pgbouncer:1.23.1",
            "imagePullPolicy": "IfNotPresent",
            "name": "users",
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "volumeMounts": [
              {
                "mountPath": "/run/pgbouncer",
                "name": "users"
              }
            ]
          }
        ],
        "priorityClassName": "dev-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "pgbouncer",
        "terminationGracePeriodSeconds": 60,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          },
          {
            "configMap": {
              "name": "pgbouncer"
            },
            "name": "settings"
          },
          {
            "emptyDir": {
              "medium": "Memory"
            },
            "name": "users"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "pgbouncer-dev-schema-login-login",
    "namespace": "dev"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "pgbouncer-dev-schema-login-login"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "pgbouncer",
    "namespace": "dev"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 5432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "dev"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "gallery-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "dev"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "generation-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "dev"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "model-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "dev"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "payment-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "dev"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "user-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "dev"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "generation-worker",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "pgbouncer",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "pgbouncer",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pgbouncer",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "pgbouncer",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "pgbouncer",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pgbouncer",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "name": "postgres",
        "port": 6432,
        "protocol": "TCP",
        "targetPort": "postgres"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "pgbouncer",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "pgbouncer",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pgbouncer",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-dev-redis-metrics", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "redis-metrics",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "redis-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "replicas": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "redis-metrics",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "exporter",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "redis-metrics",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "REDIS_ADDR",
                "value": "rediss://replica.pingvas-dev-redis.example.use1.cache.amazonaws.com:6379/0"
              },
              {
                "name": "REDIS_EXPORTER_CHECK_SINGLE_KEYS",
                "value": "db0=generation_queue"
              },
              {
                "name": "REDIS_EXPORTER_CONFIG_COMMAND",
                "value": "-"
              }
            ],
            "image": "quay.io/oliver006/redis_exporter:v1.74.0",
            "imagePullPolicy": "IfNotPresent",
            "livenessProbe": {
              "httpGet": {
                "path": "/health",
                "port": "metrics"
              },
              "periodSeconds": 30
            },
            "name": "redis-metrics",
            "ports": [
              {
                "containerPort": 9121,
                "name": "metrics",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "httpGet": {
                "path": "/health",
                "port": "metrics"
              },
              "periodSeconds": 30
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "64Mi",
                "memory": "64Mi"
              },
              "requests": {
                "cpu": "25m",
                "ephemeral-storage": "64Mi",
                "memory": "64Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "dev-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "redis-metrics",
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "redis-metrics",
    "namespace": "dev"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 9121,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "redis-metrics",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "redis-metrics",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "redis-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "name": "metrics",
        "port": 9121,
        "protocol": "TCP",
        "targetPort": "metrics"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "redis-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "redis-metrics",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "redis-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o4', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "redis-metrics",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "redis-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "metricRelabelings": [
          {
            "regex": "redis_key_size;generation_queue",
            "replacement": "generation",
            "sourceLabels": [
              "__name__",
              "key"
            ],
            "targetLabel": "queue"
          },
          {
            "regex": "redis_key_size;generation_queue",
            "replacement": "redis_queue_length",
            "sourceLabels": [
              "__name__",
              "key"
            ],
            "targetLabel": "__name__"
          }
        ],
        "path": "/metrics",
        "port": "metrics"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "redis-metrics",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-dev-schema", { disableResourceNameHashes: true });

}
{
  const chart = new Chart(app, "pingvas-shared-eks-dev-user-service", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "user-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 600,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "user-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "user-service",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "ENDPOINTS_LEMON_SQUEEZY_STORE",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "lemon_squeezy_store",
                    "name": "endpoints"
                  }
                }
              },
              {
                "name": "ENDPOINTS_OAUTH_ISSUER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "oauth_issuer",
                    "name": "endpoints"
                  }
                }
              },
              {
                "name": "JWT_PRIVATE_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "private_key",
                    "name": "user-service-app-jwt-signing-key"
                  }
                }
              },
              {
                "name": "JWT_PUBLIC_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "public_key",
                    "name": "jwt"
                  }
                }
              },
              {
                "name": "OAUTH_CLIENT_ID",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "client_id",
                    "name": "user-service-app-oauth-client"
                  }
                }
              },
              {
                "name": "OAUTH_CLIENT_SECRET",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "client_secret",
                    "name": "user-service-app-oauth-client"
                  }
                }
              },
              {
                "name": "PGBOUNCER_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "PGBOUNCER_HOST",
                "value": "pgbouncer.dev.svc.cluster.local"
              },
              {
                "name": "PGBOUNCER_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "user-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PGBOUNCER_PORT",
                "value": "6432"
              },
              {
                "name": "PGBOUNCER_READ_DATABASE",
                "value": "pingvas_read"
              },
              {
                "name": "PGBOUNCER_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "user-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PORT",
                "value": "8001"
              },
              {
                "name": "REDIS_HOST",
                "value": "master.pingvas-dev-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_PORT",
                "value": "6379"
              },
              {
                "name": "REDIS_READER_HOST",
                "value": "replica.pingvas-dev-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_SCHEME",
                "value": "rediss"
              },
              {
                "name": "REDIS_URL",
                "value": "rediss://master.pingvas-dev-redis.example.use1.cache.amazonaws.com:6379/0"
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/user-service:4f1c2d9",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "user-service",
            "ports": [
              {
                "containerPort": 8001,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 30,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 5,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "dev-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "user-service",
        "terminationGracePeriodSeconds": 60,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "user-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "user-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "user-service-app-jwt-signing-key",
    "namespace": "dev"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/dev/jwt-signing-key",
          "property": "private_key"
        },
        "secretKey": "private_key"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "user-service-app-jwt-signing-key"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "user-service-app-oauth-client",
    "namespace": "dev"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/dev/oauth-client",
          "property": "client_id"
        },
        "secretKey": "client_id"
      },
      {
        "remoteRef": {
          "key": "pingvas/dev/oauth-client",
          "property": "client_secret"
        },
        "secretKey": "client_secret"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "user-service-app-oauth-client"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "user-service-pgbouncer-login",
    "namespace": "dev"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "user-service-pgbouncer-login"
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "user-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 50,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 2,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "user-service"
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "user-service",
    "namespace": "dev"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "dev"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.1.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.2.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.3.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 8001,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8001,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "user-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "user-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "user-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "user-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8001,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o8', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "user-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o9', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "user-service",
    "namespace": "dev",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "user-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o10', {
  "apiVersion": "elbv2.k8s.aws/v1beta1",
  "kind": "TargetGroupBinding",
  "metadata": {
    "name": "user-service",
    "namespace": "dev"
  },
  "spec": {
    "serviceRef": {
      "name": "user-service",
      "port": 8001
    },
    "targetGroupName": "pingvas-dev-user-service",
    "targetType": "ip"
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-prod-environment", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "prod"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "default-deny",
    "namespace": "prod"
  },
  "spec": {
    "podSelector": {},
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "v1",
  "kind": "PersistentVolumeClaim",
  "metadata": {
    "name": "model-volume",
    "namespace": "prod",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-volume",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "accessModes": [
      "ReadWriteMany"
    ],
    "resources": {
      "requests": {
        "storage": "100Gi"
      }
    },
    "storageClassName": "",
    "volumeName": "pingvas-prod-model-volume"
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "v1",
  "kind": "ResourceQuota",
  "metadata": {
    "name": "quota",
    "namespace": "prod"
  },
  "spec": {
    "hard": {
      "requests.cpu": "50",
      "requests.memory": "200Gi",
      "requests.nvidia.com/gpu": "15"
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "bitnami.com/v1alpha1",
  "kind": "SealedSecret",
  "metadata": {
    "name": "endpoints",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "endpoints",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "encryptedData": {
      "lemon_squeezy_store": "AgDUGsa5U79etPAeFErpCdNRfWD1bnpmnpyKIp864vvFD5cq/t5Z5z/K51izcu4+obSoJMsnoWUkFPVvtbGxy+OVLU5ihID1eaIX++UXdM9atYYdRm4mmc5Wu0kWCbg73eDCoHWNNKQ6hT+9VH1Ba2l99upYBCzkCqsf34DO39jJ95B76vot0Pg2mHz1Hoi5Z7yKuTv9M9BPPGBHwAdkrskBerFOXY9wou9HM0YfTnJdC+VqpF+EQzjwZrDw1PUa6a1W1bZS8Tf0s4C2tkwlJ9Kb/bgWH2JPzN3qcKT2wwBaQc302gB6jqq/I0XSMqB8wLQK3RdvTc4Limz/j0yMCirwDN3+sc9z78GOGyjiEKw93gfdGVpzDOaHYhHlGJG0/7AmcXnYEscG1cnpYoBA1Ig3krvE4xW5RMKelkR6O+85aPYGdGF0uaFfUnPbQYFCR9FBXDn7AgaYPKVrYdmzetBULNOMaV6RjVp1FoYQ2goU54VUatj2iGcoM0g9G/BoS/DB0rXM3rUCFHGBnW/ZH82RMupM2vla9DXlxPxoFZWDskpwprQ08nim6wvg2G90RdRXXdV8TvLSN3I/Xd1XgtjARVHNY0BSADYMKtcrJ2PHyBVNf03n6T5+WLTfWEAkj4IuWrffcU9sYHa7kbKdrbEkZTqy8aHTUpCwuvfh1Ea/5BE+0cCgJA4GsqkEc3/32ThqU9fPeWR9",
      "oauth_issuer": "AgB12dMnMHkrgWC3TO8vRBeEGJ7VbEBiJY43gbqeErkcrqbWn6tt4nNWeqsZYxWfC1+tbOELHAQ3hoamw4rrC+SVqqBPFWGsujqfzQx+Yi4ERS9G8QDEafz3ZekRBOKzudkMka0LXHnhtwVyX7rtIWyUsZiO6i5MK+NpkxFshWdEJXvTa6yPH3rtHTFl5QXGyaC91b8VI2E/WleWv+/+VGW150W1sHJKXcZvIKBUcRc/VECT9FqONh3xywxsMRonscmxChju8z1QfGhI+gCCb2ArFC1WJn+GznaX3GFGLWUv71vGUu2TE1ZAtWb4SvfGZJ4RaYOt8zXopC792VwKxLyypbRV3NZmAPru36ayBnY4WqfW1ZVr+c0KqBW5xmWYqQBgd/gtyycjqZkstwiw8u/4pia3dOSUVZY+Xul7DSu/mQZ1sZcFn8S9gtHpr+uS4bVVEEYRpROT4ID3MsyHmek9KuFF0kerEBMPFbPwNjhbVbde4ZFOosE3LUzOAI33fvvfS4mGBxjiLkPRERFQ4W1szYV1NT3AjWU6HlSIgLtciIgoSJJl2uBCKymQPmWLjKfjlQ59bcqEyPcYKH2AYQdjnaoDkukecA5EMQ/dKGIhtVphMKaut+TGY2Zly8IKHe1txn8tRof84ferwf6HIMg0wEq5xTTyAAz7BofRkQJVRQ0+WexqhHb6ISW1NQThQgHB4VJS3flXbr3AqcHnSM32tuMT5rPYxltiEbQ="
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "endpoints",
          "app.kubernetes.io/part-of": "pingvas"
        },
        "name": "endpoints",
        "namespace": "prod"
      },
      "type": "Opaque"
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "bitnami.com/v1alpha1",
  "kind": "SealedSecret",
  "metadata": {
    "name": "jwt",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "jwt",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "encryptedData": {
      "public_key": "AgByrtk217TbX0n6MsfR0GE+TnqWC4es9CXLGMQIM0mdJ5K3rriBFnYNB8NaI9eUtHyVfxV3OyfRWvBXCwksiQkfMEB3bLApjkuvc7YXRcA7IIJemH4g8/LjCsYNRnP7jFEXtoFkZL/1bkSc8nHHPUJCCY6WFAjVXq/J3fqwgQ3rBvWqzIDkIxJQamdupvBz/ef2OHVeFGyeuX2Ccd4GuKLpr9nVcEItzip2H+0nEpCATR09S6Pyvh1beb85us79C6nT4TwMQfxisEIqETm/a1pFG5ONrG0iKjxZT8NGqLer7eeA771R7FPPM99TB01ZXoW7vpS5CoaOqXNrAOWdLRMb8mAOI9GQaFnR14CTGOW1/VfeNx/Xe5T2p2ZDxcs4jSWEUijP4dWKvg0J3K3bLYpQxp+0Yn1ousHOdRqIxWWt07yfBbjHQMGM05Imk0s5KyvHhsbDM4Jh6wHNHYLWhZKelz9vGVrBW97H555SuJlbG6VD6p9ToyoV3a2g+QhG/QH22SnR/uzXrmEx8+D09kwD4YQ3q2rXYD+iO5Hb7Gi7cBdHI8DFVmFgklV1y0YuVFiiiZm3E8pAKwIxVb+hXJ65Gi/uj7IpjZkudpJWfFD3qbxILlIqdPlNwLaHGRCIIoPlTQ16L4nWQ+R/aH/7ovdx2JqItkpm3T8POPZSY1vRDm24Tua69KIR9kQrluP2SmUR4CXASaONzmxxM9wQkbX2HiUOvcB+hNPUEUWQcfJMTS9B+E+y0kSduzYu7FLaeRgiNxBEUnkWZLoOKt+cZSA8GiKUBdxiFa23smLb4wW59Rkj2zLaLH8Z0HJYhqaQSjgAnRDuexY5X4IRuaNZHIbl0/B/AwlOw3LQVHJEaojln0FIYaslcDONn/Ys+zk5p9U5vfKSgH+pwxQ1Wy9OwPKuKZR1Ux1B1lDIBe4rz2ddViuB"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "jwt",
          "app.kubernetes.io/part-of": "pingvas"
        },
        "name": "jwt",
        "namespace": "prod"
      },
      "type": "Opaque"
    }
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-prod-gallery-service", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "gallery-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 600,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "gallery-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "gallery-service",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "IMAGES_BUCKET",
                "value": "pingvas-prod-images"
              },
              {
                "name": "JWT_PUBLIC_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "public_key",
                    "name": "jwt"
                  }
                }
              },
              {
                "name": "PGBOUNCER_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "PGBOUNCER_HOST",
                "value": "pgbouncer.prod.svc.cluster.local"
              },
              {
                "name": "PGBOUNCER_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "gallery-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PGBOUNCER_PORT",
                "value": "6432"
              },
              {
                "name": "PGBOUNCER_READ_DATABASE",
                "value": "pingvas_read"
              },
              {
                "name": "PGBOUNCER_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "gallery-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PORT",
                "value": "8004"
              },
              {
                "name": "REDIS_HOST",
                "value": "master.pingvas-prod-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "gallery-service-redis-write"
                  }
                }
              },
              {
                "name": "REDIS_PORT",
                "value": "6379"
              },
              {
                "name": "REDIS_READER_HOST",
                "value": "replica.pingvas-prod-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_SCHEME",
                "value": "rediss"
              },
              {
                "name": "REDIS_URL",
                "value": "rediss://master.pingvas-prod-redis.example.use1.cache.amazonaws.com:6379/0"
              },
              {
                "name": "REDIS_USERNAME",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "gallery-service-redis-write"
                  }
                }
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/gallery-service:v1.0.0",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "gallery-service",
            "ports": [
              {
                "containerPort": 8004,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 30,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 5,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "prod-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "gallery-service",
        "terminationGracePeriodSeconds": 60,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "gallery-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "gallery-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "gallery-service-pgbouncer-login",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "gallery-service-pgbouncer-login"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "gallery-service-redis-write",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/prod/redis",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/prod/redis",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "gallery-service-redis-write"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "gallery-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 50,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 2,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "gallery-service"
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "gallery-service",
    "namespace": "prod"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "prod"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.1.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.2.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.3.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 8004,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8004,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "gallery-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "gallery-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "gallery-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "gallery-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8004,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "gallery-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o8', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "gallery-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gallery-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "gallery-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o9', {
  "apiVersion": "elbv2.k8s.aws/v1beta1",
  "kind": "TargetGroupBinding",
  "metadata": {
    "name": "gallery-service",
    "namespace": "prod"
  },
  "spec": {
    "serviceRef": {
      "name": "gallery-service",
      "port": 8004
    },
    "targetGroupName": "pingvas-prod-gallery-service",
    "targetType": "ip"
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-prod-generation-service", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "generation-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 600,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "generation-service",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "IMAGES_BUCKET",
                "value": "pingvas-prod-images"
              },
              {
                "name": "JWT_PUBLIC_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "public_key",
                    "name": "jwt"
                  }
                }
              },
              {
                "name": "PGBOUNCER_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "PGBOUNCER_HOST",
                "value": "pgbouncer.prod.svc.cluster.local"
              },
              {
                "name": "PGBOUNCER_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "generation-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PGBOUNCER_PORT",
                "value": "6432"
              },
              {
                "name": "PGBOUNCER_READ_DATABASE",
                "value": "pingvas_read"
              },
              {
                "name": "PGBOUNCER_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "generation-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PORT",
                "value": "8003"
              },
              {
                "name": "REDIS_HOST",
                "value": "master.pingvas-prod-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "generation-service-redis-write"
                  }
                }
              },
              {
                "name": "REDIS_PORT",
                "value": "6379"
              },
              {
                "name": "REDIS_READER_HOST",
                "value": "replica.pingvas-prod-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_SCHEME",
                "value": "rediss"
              },
              {
                "name": "REDIS_URL",
                "value": "rediss://master.pingvas-prod-redis.example.use1.cache.amazonaws.com:6379/0"
              },
              {
                "name": "REDIS_USERNAME",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "generation-service-redis-write"
                  }
                }
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/generation-service:v1.0.0",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "generation-service",
            "ports": [
              {
                "containerPort": 8003,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 30,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 5,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "prod-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "generation-service",
        "terminationGracePeriodSeconds": 60,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "generation-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "generation-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "generation-service-pgbouncer-login",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "generation-service-pgbouncer-login"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "generation-service-redis-write",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/prod/redis",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/prod/redis",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "generation-service-redis-write"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "generation-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 50,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 2,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "generation-service"
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "generation-service",
    "namespace": "prod"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "prod"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.1.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.2.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.3.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 8003,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8003,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "generation-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "generation-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8003,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "generation-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o8', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "generation-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o9', {
  "apiVersion": "elbv2.k8s.aws/v1beta1",
  "kind": "TargetGroupBinding",
  "metadata": {
    "name": "generation-service",
    "namespace": "prod"
  },
  "spec": {
    "serviceRef": {
      "name": "generation-service",
      "port": 8003
    },
    "targetGroupName": "pingvas-prod-generation-service",
    "targetType": "ip"
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-prod-generation-worker", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "generation-worker",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-worker",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-worker",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": 0,
        "maxUnavailable": 1
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "worker",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "generation-worker",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "IMAGES_BUCKET",
                "value": "pingvas-prod-images"
              },
              {
                "name": "PGBOUNCER_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "PGBOUNCER_HOST",
                "value": "pgbouncer.prod.svc.cluster.local"
              },
              {
                "name": "PGBOUNCER_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "generation-worker-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PGBOUNCER_PORT",
                "value": "6432"
              },
              {
                "name": "PGBOUNCER_READ_DATABASE",
                "value": "pingvas_read"
              },
              {
                "name": "PGBOUNCER_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "generation-worker-pgbouncer-login"
                  }
                }
              },
              {
                "name": "QUEUE",
                "value": "generation_queue"
              },
              {
                "name": "REDIS_HOST",
                "value": "master.pingvas-prod-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "generation-worker-redis-write"
                  }
                }
              },
              {
                "name": "REDIS_PORT",
                "value": "6379"
              },
              {
                "name": "REDIS_READER_HOST",
                "value": "replica.pingvas-prod-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_SCHEME",
                "value": "rediss"
              },
              {
                "name": "REDIS_URL",
                "value": "rediss://master.pingvas-prod-redis.example.use1.cache.amazonaws.com:6379/0"
              },
              {
                "name": "REDIS_USERNAME",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "generation-worker-redis-write"
                  }
                }
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/generation-worker:v1.0.0",
            "imagePullPolicy": "IfNotPresent",
            "name": "generation-worker",
            "resources": {
              "limits": {
                "ephemeral-storage": "5Gi",
                "memory": "10Gi",
                "nvidia.com/gpu": 1
              },
              "requests": {
                "cpu": "2",
                "ephemeral-storage": "5Gi",
                "memory": "10Gi",
                "nvidia.com/gpu": 1
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              },
              {
                "mountPath": "/models",
                "name": "models",
                "readOnly": true
              },
              {
                "mountPath": "/dev/shm",
                "name": "shared-memory"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "prod-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "generation-worker",
        "terminationGracePeriodSeconds": 110,
        "tolerations": [
          {
            "effect": "NoSchedule",
            "key": "nvidia.com/gpu",
            "operator": "Exists"
          }
        ],
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "generation-worker",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "generation-worker",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          },
          {
            "name": "models",
            "persistentVolumeClaim": {
              "claimName": "model-volume",
              "readOnly": true
            }
          },
          {
            "emptyDir": {
              "medium": "Memory"
            },
            "name": "shared-memory"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "generation-worker-pgbouncer-login",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "generation-worker-pgbouncer-login"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "generation-worker-redis-write",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/prod/redis",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/prod/redis",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "generation-worker-redis-write"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "generation-worker",
    "namespace": "prod"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "prod"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-worker",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "generation-worker",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-worker",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "generation-worker",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "keda.sh/v1alpha1",
  "kind": "ScaledObject",
  "metadata": {
    "name": "generation-worker",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-worker",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "cooldownPeriod": 300,
    "maxReplicaCount": 15,
    "minReplicaCount": 0,
    "pollingInterval": 15,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "generation-worker"
    },
    "triggers": [
      {
        "authenticationRef": {
          "name": "generation-worker"
        },
        "metadata": {
          "activationListLength": "0",
          "address": "master.pingvas-prod-redis.example.use1.cache.amazonaws.com:6379",
          "databaseIndex": "0",
          "enableTLS": "true",
          "listLength": "1",
          "listName": "generation_queue"
        },
        "type": "redis"
      }
    ]
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "generation-worker",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-worker",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o7', {
  "apiVersion": "keda.sh/v1alpha1",
  "kind": "TriggerAuthentication",
  "metadata": {
    "name": "generation-worker",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation-worker",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "secretTargetRef": [
      {
        "key": "password",
        "name": "generation-worker-redis-write",
        "parameter": "password"
      }
    ]
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-prod-model-service", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "model-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 600,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "model-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "model-service",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "JWT_PUBLIC_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "public_key",
                    "name": "jwt"
                  }
                }
              },
              {
                "name": "MODELS_BUCKET",
                "value": "pingvas-models-shared"
              },
              {
                "name": "PGBOUNCER_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "PGBOUNCER_HOST",
                "value": "pgbouncer.prod.svc.cluster.local"
              },
              {
                "name": "PGBOUNCER_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "model-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PGBOUNCER_PORT",
                "value": "6432"
              },
              {
                "name": "PGBOUNCER_READ_DATABASE",
                "value": "pingvas_read"
              },
              {
                "name": "PGBOUNCER_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "model-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PORT",
                "value": "8005"
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/model-service:v1.0.0",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "model-service",
            "ports": [
              {
                "containerPort": 8005,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 30,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 5,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "prod-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "model-service",
        "terminationGracePeriodSeconds": 60,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "model-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "model-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "model-service-pgbouncer-login",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "model-service-pgbouncer-login"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "model-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 50,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 2,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "model-service"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "model-service",
    "namespace": "prod"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "prod"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.1.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.2.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.3.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 8005,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8005,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "model-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "model-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "model-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "model-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8005,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "model-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o7', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "model-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "model-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o8', {
  "apiVersion": "elbv2.k8s.aws/v1beta1",
  "kind": "TargetGroupBinding",
  "metadata": {
    "name": "model-service",
    "namespace": "prod"
  },
  "spec": {
    "serviceRef": {
      "name": "model-service",
      "port": 8005
    },
    "targetGroupName": "pingvas-prod-model-service",
    "targetType": "ip"
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-prod-payment-service", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "payment-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 600,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "payment-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "payment-service",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "ENDPOINTS_LEMON_SQUEEZY_STORE",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "lemon_squeezy_store",
                    "name": "endpoints"
                  }
                }
              },
              {
                "name": "ENDPOINTS_OAUTH_ISSUER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "oauth_issuer",
                    "name": "endpoints"
                  }
                }
              },
              {
                "name": "JWT_PUBLIC_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "public_key",
                    "name": "jwt"
                  }
                }
              },
              {
                "name": "LEMON_SQUEEZY_API_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "api_key",
                    "name": "payment-service-app-lemon-squeezy"
                  }
                }
              },
              {
                "name": "LEMON_SQUEEZY_WEBHOOK_SECRET",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "webhook_secret",
                    "name": "payment-service-app-lemon-squeezy"
                  }
                }
              },
              {
                "name": "PGBOUNCER_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "PGBOUNCER_HOST",
                "value": "pgbouncer.prod.svc.cluster.local"
              },
              {
                "name": "PGBOUNCER_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "payment-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PGBOUNCER_PORT",
                "value": "6432"
              },
              {
                "name": "PGBOUNCER_READ_DATABASE",
                "value": "pingvas_read"
              },
              {
                "name": "PGBOUNCER_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "payment-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PORT",
                "value": "8002"
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/payment-service:v1.0.0",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "payment-service",
            "ports": [
              {
                "containerPort": 8002,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 30,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 5,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "prod-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "payment-service",
        "terminationGracePeriodSeconds": 60,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "payment-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "payment-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "payment-service-app-lemon-squeezy",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/prod/lemon-squeezy",
          "property": "api_key"
        },
        "secretKey": "api_key"
      },
      {
        "remoteRef": {
          "key": "pingvas/prod/lemon-squeezy",
          "property": "webhook_secret"
        },
        "secretKey": "webhook_secret"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "payment-service-app-lemon-squeezy"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "payment-service-pgbouncer-login",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "payment-service-pgbouncer-login"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "payment-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 50,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 2,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "payment-service"
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "payment-service",
    "namespace": "prod"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "prod"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.1.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.2.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.3.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 8002,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8002,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "payment-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "payment-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "payment-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "payment-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8002,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "payment-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o8', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "payment-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "payment-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "payment-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o9', {
  "apiVersion": "elbv2.k8s.aws/v1beta1",
  "kind": "TargetGroupBinding",
  "metadata": {
    "name": "payment-service",
    "namespace": "prod"
  },
  "spec": {
    "serviceRef": {
      "name": "payment-service",
      "port": 8002
    },
    "targetGroupName": "pingvas-prod-payment-service",
    "targetType": "ip"
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-prod-pgbouncer", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "pgbouncer",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pgbouncer",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "data": {
    "pgbouncer.ini": "[databases]\npingvas = host=pingvas-shared-aurora.cluster-cexample1234.us-east-1.rds.amazonaws.com port=5432 dbname=pingvas\npingvas_read = host=pingvas-shared-aurora.cluster-ro-cexample1234.us-east-1.rds.amazonaws.com port=5432 dbname=pingvas\n\n[pgbouncer]\nlisten_addr = *\nlisten_port = 6432\nauth_type = scram-sha-256\nauth_file = /run/pgbouncer/userlist.txt\npool_mode = transaction\ndefault_pool_size = 20\nreserve_pool_size = 5\nmax_client_conn = 1000\nmax_prepared_statements = 200\nserver_tls_sslmode = require\nserver_lifetime = 3600\nserver_idle_timeout = 300\nignore_startup_parameters = extra_float_digits\nunix_socket_dir =\nlogfile =\npidfile =\n"
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "pgbouncer",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pgbouncer",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "replicas": 2,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "pgbouncer",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": 1,
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "annotations": {
          "slipway.dev/settings-checksum": "8d394857c1ab9baa"
        },
        "labels": {
          "app.kubernetes.io/component": "pool",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "pgbouncer",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "command": [
              "pgbouncer",
              "/etc/pgbouncer/pgbouncer.ini"
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/pgbouncer:1.23.1",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "periodSeconds": 20,
              "tcpSocket": {
                "port": "postgres"
              }
            },
            "name": "pgbouncer",
            "ports": [
              {
                "containerPort": 6432,
                "name": "postgres",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "periodSeconds": 5,
              "tcpSocket": {
                "port": "postgres"
              }
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 30,
              "periodSeconds": 2,
              "tcpSocket": {
                "port": "postgres"
              }
            },
            "volumeMounts": [
              {
                "mountPath": "/etc/pgbouncer",
                "name": "settings",
                "readOnly": true
              },
              {
                "mountPath": "/run/pgbouncer",
                "name": "users"
              },
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "initContainers": [
          {
            "command": [
              "sh",
              "-ec",
              "umask 077; printf '\"%s\" \"%s\"\\n' \"$LOGIN_USERNAME\" \"$LOGIN_PASSWORD\" > /run/pgbouncer/userlist.txt"
            ],
            "env": [
              {
                "name": "AURORA_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "AURORA_HOST",
                "value": "pingvas-shared-aurora.cluster-cexample1234.us-east-1.rds.amazonaws.com"
              },
              {
                "name": "AURORA_PORT",
                "value": "5432"
              },
              {
                "name": "AURORA_READER_HOST",
                "value": "pingvas-shared-aurora.cluster-ro-cexample1234.us-east-1.rds.amazonaws.com"
              },
              {
                "name": "LOGIN_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "pgbouncer-prod-schema-login-login"
                  }
                }
              },
              {
                "name": "LOGIN_USERNAME",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "pgbouncer-prod-schema-login-login"
                  }
                }
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/pgbouncer:1.23.1",
            "imagePullPolicy": "IfNotPresent",
            "name": "users",
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "volumeMounts": [
              {
                "mountPath": "/run/pgbouncer",
                "name": "users"
              }
            ]
          }
        ],
        "priorityClassName": "prod-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "pgbouncer",
        "terminationGracePeriodSeconds": 60,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          },
          {
            "configMap": {
              "name": "pgbouncer"
            },
            "name": "settings"
          },
          {
            "emptyDir": {
              "medium": "Memory"
            },
            "name": "users"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "pgbouncer-prod-schema-login-login",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "pgbouncer-prod-schema-login-login"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "pgbouncer",
    "namespace": "prod"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 5432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "prod"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "gallery-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "prod"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "generation-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "prod"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "model-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "prod"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "payment-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "prod"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "user-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "prod"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "generation-worker",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "pgbouncer",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "pgbouncer",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pgbouncer",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "pgbouncer",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "pgbouncer",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pgbouncer",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "name": "postgres",
        "port": 6432,
        "protocol": "TCP",
        "targetPort": "postgres"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "pgbouncer",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "pgbouncer",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pgbouncer",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-prod-redis-metrics", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "redis-metrics",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "redis-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "replicas": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "redis-metrics",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "exporter",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "redis-metrics",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "REDIS_ADDR",
                "value": "rediss://replica.pingvas-prod-redis.example.use1.cache.amazonaws.com:6379/0"
              },
              {
                "name": "REDIS_EXPORTER_CHECK_SINGLE_KEYS",
                "value": "db0=generation_queue"
              },
              {
                "name": "REDIS_EXPORTER_CONFIG_COMMAND",
                "value": "-"
              },
              {
                "name": "REDIS_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "read_password",
                    "name": "redis-metrics-redis-read"
                  }
                }
              },
              {
                "name": "REDIS_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "read_username",
                    "name": "redis-metrics-redis-read"
                  }
                }
              }
            ],
            "image": "quay.io/oliver006/redis_exporter:v1.74.0",
            "imagePullPolicy": "IfNotPresent",
            "livenessProbe": {
              "httpGet": {
                "path": "/health",
                "port": "metrics"
              },
              "periodSeconds": 30
            },
            "name": "redis-metrics",
            "ports": [
              {
                "containerPort": 9121,
                "name": "metrics",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "httpGet": {
                "path": "/health",
                "port": "metrics"
              },
              "periodSeconds": 30
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "64Mi",
                "memory": "64Mi"
              },
              "requests": {
                "cpu": "25m",
                "ephemeral-storage": "64Mi",
                "memory": "64Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "prod-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "redis-metrics",
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "redis-metrics-redis-read",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/prod/redis",
          "property": "read_username"
        },
        "secretKey": "read_username"
      },
      {
        "remoteRef": {
          "key": "pingvas/prod/redis",
          "property": "read_password"
        },
        "secretKey": "read_password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "redis-metrics-redis-read"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "redis-metrics",
    "namespace": "prod"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 9121,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "redis-metrics",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "redis-metrics",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "redis-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "name": "metrics",
        "port": 9121,
        "protocol": "TCP",
        "targetPort": "metrics"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "redis-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "redis-metrics",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "redis-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o5', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "redis-metrics",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "redis-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "metricRelabelings": [
          {
            "regex": "redis_key_size;generation_queue",
            "replacement": "generation",
            "sourceLabels": [
              "__name__",
              "key"
            ],
            "targetLabel": "queue"
          },
          {
            "regex": "redis_key_size;generation_queue",
            "replacement": "redis_queue_length",
            "sourceLabels": [
              "__name__",
              "key"
            ],
            "targetLabel": "__name__"
          }
        ],
        "path": "/metrics",
        "port": "metrics"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "redis-metrics",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-prod-schema", { disableResourceNameHashes: true });

}
{
  const chart = new Chart(app, "pingvas-shared-eks-prod-user-service", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "apps/v1",
  "kind": "Deployment",
  "metadata": {
    "name": "user-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "progressDeadlineSeconds": 600,
    "revisionHistoryLimit": 5,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "user-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "strategy": {
      "rollingUpdate": {
        "maxSurge": "25%",
        "maxUnavailable": 0
      },
      "type": "RollingUpdate"
    },
    "template": {
      "metadata": {
        "labels": {
          "app.kubernetes.io/component": "service",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "user-service",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "env": [
              {
                "name": "ENDPOINTS_LEMON_SQUEEZY_STORE",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "lemon_squeezy_store",
                    "name": "endpoints"
                  }
                }
              },
              {
                "name": "ENDPOINTS_OAUTH_ISSUER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "oauth_issuer",
                    "name": "endpoints"
                  }
                }
              },
              {
                "name": "JWT_PRIVATE_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "private_key",
                    "name": "user-service-app-jwt-signing-key"
                  }
                }
              },
              {
                "name": "JWT_PUBLIC_KEY",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "public_key",
                    "name": "jwt"
                  }
                }
              },
              {
                "name": "OAUTH_CLIENT_ID",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "client_id",
                    "name": "user-service-app-oauth-client"
                  }
                }
              },
              {
                "name": "OAUTH_CLIENT_SECRET",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "client_secret",
                    "name": "user-service-app-oauth-client"
                  }
                }
              },
              {
                "name": "PGBOUNCER_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "PGBOUNCER_HOST",
                "value": "pgbouncer.prod.svc.cluster.local"
              },
              {
                "name": "PGBOUNCER_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "user-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PGBOUNCER_PORT",
                "value": "6432"
              },
              {
                "name": "PGBOUNCER_READ_DATABASE",
                "value": "pingvas_read"
              },
              {
                "name": "PGBOUNCER_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "user-service-pgbouncer-login"
                  }
                }
              },
              {
                "name": "PORT",
                "value": "8001"
              },
              {
                "name": "REDIS_HOST",
                "value": "master.pingvas-prod-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "user-service-redis-write"
                  }
                }
              },
              {
                "name": "REDIS_PORT",
                "value": "6379"
              },
              {
                "name": "REDIS_READER_HOST",
                "value": "replica.pingvas-prod-redis.example.use1.cache.amazonaws.com"
              },
              {
                "name": "REDIS_SCHEME",
                "value": "rediss"
              },
              {
                "name": "REDIS_URL",
                "value": "rediss://master.pingvas-prod-redis.example.use1.cache.amazonaws.com:6379/0"
              },
              {
                "name": "REDIS_USERNAME",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "user-service-redis-write"
                  }
                }
              }
            ],
            "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/pingvas/shared/user-service:v1.0.0",
            "imagePullPolicy": "IfNotPresent",
            "lifecycle": {
              "preStop": {
                "sleep": {
                  "seconds": 15
                }
              }
            },
            "livenessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 20,
              "timeoutSeconds": 5
            },
            "name": "user-service",
            "ports": [
              {
                "containerPort": 8001,
                "name": "http",
                "protocol": "TCP"
              }
            ],
            "readinessProbe": {
              "failureThreshold": 3,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 10,
              "timeoutSeconds": 5
            },
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "250m",
                "ephemeral-storage": "1Gi",
                "memory": "512Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "startupProbe": {
              "failureThreshold": 30,
              "httpGet": {
                "path": "/health",
                "port": "http",
                "scheme": "HTTP"
              },
              "periodSeconds": 5,
              "timeoutSeconds": 5
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "priorityClassName": "prod-workloads",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "user-service",
        "terminationGracePeriodSeconds": 60,
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "user-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway"
          },
          {
            "labelSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "user-service",
                "app.kubernetes.io/part-of": "pingvas"
              }
            },
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway"
          }
        ],
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "user-service-app-jwt-signing-key",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/prod/jwt-signing-key",
          "property": "private_key"
        },
        "secretKey": "private_key"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "user-service-app-jwt-signing-key"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "user-service-app-oauth-client",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/prod/oauth-client",
          "property": "client_id"
        },
        "secretKey": "client_id"
      },
      {
        "remoteRef": {
          "key": "pingvas/prod/oauth-client",
          "property": "client_secret"
        },
        "secretKey": "client_secret"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "user-service-app-oauth-client"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "user-service-pgbouncer-login",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "user-service-pgbouncer-login"
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "user-service-redis-write",
    "namespace": "prod"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/prod/redis",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/prod/redis",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "user-service-redis-write"
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "autoscaling/v2",
  "kind": "HorizontalPodAutoscaler",
  "metadata": {
    "name": "user-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "behavior": {
      "scaleDown": {
        "policies": [
          {
            "periodSeconds": 60,
            "type": "Percent",
            "value": 50
          }
        ],
        "stabilizationWindowSeconds": 300
      }
    },
    "maxReplicas": 50,
    "metrics": [
      {
        "resource": {
          "name": "cpu",
          "target": {
            "averageUtilization": 70,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      },
      {
        "resource": {
          "name": "memory",
          "target": {
            "averageUtilization": 80,
            "type": "Utilization"
          }
        },
        "type": "Resource"
      }
    ],
    "minReplicas": 2,
    "scaleTargetRef": {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "name": "user-service"
    }
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "user-service",
    "namespace": "prod"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "prod"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "pgbouncer",
                "app.kubernetes.io/part-of": "pingvas"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.1.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.2.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.3.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 8001,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8001,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "user-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "policy/v1",
  "kind": "PodDisruptionBudget",
  "metadata": {
    "name": "user-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "maxUnavailable": 1,
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "user-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o8', {
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": {
    "name": "user-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "ports": [
      {
        "appProtocol": "http",
        "name": "http",
        "port": 8001,
        "protocol": "TCP",
        "targetPort": "http"
      }
    ],
    "selector": {
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    },
    "type": "ClusterIP"
  }
});
new ApiObject(chart, 'o9', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "user-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
new ApiObject(chart, 'o10', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "ServiceMonitor",
  "metadata": {
    "name": "user-service",
    "namespace": "prod",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "user-service",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "endpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "port": "http"
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/name": "user-service",
        "app.kubernetes.io/part-of": "pingvas"
      }
    }
  }
});
new ApiObject(chart, 'o11', {
  "apiVersion": "elbv2.k8s.aws/v1beta1",
  "kind": "TargetGroupBinding",
  "metadata": {
    "name": "user-service",
    "namespace": "prod"
  },
  "spec": {
    "serviceRef": {
      "name": "user-service",
      "port": 8001
    },
    "targetGroupName": "pingvas-prod-user-service",
    "targetType": "ip"
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-root", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "root",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/pingvas-shared-eks/root",
      "repoURL": "https://github.com/Pinksea-AI/InvokeAI",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-aws-metrics",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "0",
      "slipway.dev/footprint": "{\"exporter\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"256Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/monitoring/aws-metrics"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "aws-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "destination": {
      "namespace": "monitoring",
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "chart": "prometheus-cloudwatch-exporter",
      "helm": {
        "releaseName": "aws-metrics",
        "valuesObject": {
          "aws": {
            "stsRegional": {
              "enabled": true
            }
          },
          "config": "{\n  \"delay_seconds\": 120,\n  \"metrics\": [\n    {\n      \"aws_dimensions\": [\n        \"DBClusterIdentifier\"\n      ],\n      \"aws_metric_name\": \"ServerlessDatabaseCapacity\",\n      \"aws_namespace\": \"AWS/RDS\",\n      \"aws_statistics\": [\n        \"Average\"\n      ]\n    },\n    {\n      \"aws_dimensions\": [\n        \"DBClusterIdentifier\"\n      ],\n      \"aws_metric_name\": \"DatabaseConnections\",\n      \"aws_namespace\": \"AWS/RDS\",\n      \"aws_statistics\": [\n        \"Average\"\n      ]\n    },\n    {\n      \"aws_dimensions\": [\n        \"DBClusterIdentifier\"\n      ],\n      \"aws_metric_name\": \"CPUUtilization\",\n      \"aws_namespace\": \"AWS/RDS\",\n      \"aws_statistics\": [\n        \"Average\"\n      ]\n    },\n    {\n      \"aws_dimensions\": [\n        \"LoadBalancer\"\n      ],\n      \"aws_metric_name\": \"HTTPCode_ELB_5XX_Count\",\n      \"aws_namespace\": \"AWS/ApplicationELB\",\n      \"aws_statistics\": [\n        \"Sum\"\n      ]\n    }\n  ],\n  \"period_seconds\": 60,\n  \"use_get_metric_data\": true\n}\n",
          "containerSecurityContext": {
            "allowPrivilegeEscalation": false,
            "capabilities": {
              "drop": [
                "ALL"
              ]
            },
            "runAsNonRoot": true,
            "seccompProfile": {
              "type": "RuntimeDefault"
            }
          },
          "ingress": {
            "enabled": false
          },
          "rbac": {
            "create": false
          },
          "resources": {
            "limits": {
              "memory": "256Mi"
            },
            "requests": {
              "cpu": "50m",
              "memory": "256Mi"
            }
          },
          "serviceAccount": {
            "automountServiceAccountToken": false,
            "name": "aws-metrics"
          }
        }
      },
      "repoURL": "https://prometheus-community.github.io/helm-charts",
      "targetRevision": "0.26.0"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-dev-schema",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/pingvas-shared-eks/shared-dev-schema",
      "repoURL": "https://github.com/Pinksea-AI/InvokeAI",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-environment",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "-2"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/pingvas-shared-eks/shared-environment",
      "repoURL": "https://github.com/Pinksea-AI/InvokeAI",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-external-secrets",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1",
      "slipway.dev/footprint": "{\"cert-controller\":{\"replicas\":1,\"cpu\":\"25m\",\"memory\":\"96Mi\",\"memoryLimit\":\"192Mi\"},\"controller\":{\"replicas\":2,\"cpu\":\"50m\",\"memory\":\"128Mi\",\"memoryLimit\":\"256Mi\"},\"webhook\":{\"replicas\":2,\"cpu\":\"25m\",\"memory\":\"64Mi\",\"memoryLimit\":\"128Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/external-secrets/external-secrets"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-secrets",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "destination": {
      "namespace": "external-secrets",
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "chart": "external-secrets",
      "helm": {
        "releaseName": "external-secrets",
        "valuesObject": {
          "certController": {
            "priorityClassName": "system-cluster-critical",
            "replicaCount": 1,
            "resources": {
              "limits": {
                "memory": "192Mi"
              },
              "requests": {
                "cpu": "25m",
                "memory": "96Mi"
              }
            }
          },
          "crds": {
            "annotations": {
              "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
            }
          },
          "leaderElect": true,
          "podDisruptionBudget": {
            "enabled": true
          },
          "priorityClassName": "system-cluster-critical",
          "rbac": {
            "aggregateToEdit": false
          },
          "replicaCount": 2,
          "resources": {
            "limits": {
              "memory": "256Mi"
            },
            "requests": {
              "cpu": "50m",
              "memory": "128Mi"
            }
          },
          "webhook": {
            "priorityClassName": "system-cluster-critical",
            "replicaCount": 2,
            "resources": {
              "limits": {
                "memory": "128Mi"
              },
              "requests": {
                "cpu": "25m",
                "memory": "64Mi"
              }
            }
          }
        }
      },
      "repoURL": "https://charts.external-secrets.io",
      "targetRevision": "1.3.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-gitops-server",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-2",
      "slipway.dev/footprint": "{\"applicationset\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"128Mi\",\"memoryLimit\":\"128Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"controller\":{\"replicas\":1,\"cpu\":\"100m\",\"memory\":\"512Mi\",\"memoryLimit\":\"512Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"redis\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"64Mi\",\"memoryLimit\":\"64Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"redis-secret-init\":{\"replicas\":1,\"cpu\":\"10m\",\"memory\":\"64Mi\",\"memoryLimit\":\"64Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"repo-server\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"256Mi\",\"memoryLimit\":\"1Gi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}},\"server\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"128Mi\",\"memoryLimit\":\"128Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/argocd/argocd"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gitops-server",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "destination": {
      "namespace": "argocd",
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "chart": "argo-cd",
      "helm": {
        "releaseName": "argocd",
        "valuesObject": {
          "applicationSet": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "resources": {
              "limits": {
                "memory": "128Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "128Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "configs": {
            "cm": {
              "admin.enabled": false,
              "application.resourceTrackingMethod": "annotation",
              "resource.customizations.health.argoproj.io_Application": "hs = {}\nhs.status = \"Progressing\"\nhs.message = \"\"\nif obj.status ~= nil and obj.status.health ~= nil then\n  hs.status = obj.status.health.status\n  if obj.status.health.message ~= nil then\n    hs.message = obj.status.health.message\n  end\nend\nreturn hs\n",
              "resource.customizations.health.batch_CronJob": "hs = {}\nhs.status = \"Healthy\"\nhs.message = \"\"\nreturn hs\n",
              "timeout.reconciliation": "180s"
            },
            "params": {
              "applicationsetcontroller.policy": "create-update",
              "reposerver.parallelism.limit": 2,
              "server.insecure": false
            },
            "rbac": {
              "policy.default": ""
            }
          },
          "controller": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "resources": {
              "limits": {
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "100m",
                "memory": "512Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "dex": {
            "enabled": false
          },
          "notifications": {
            "enabled": false
          },
          "redis": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "resources": {
              "limits": {
                "memory": "64Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "64Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "redisSecretInit": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "resources": {
              "limits": {
                "memory": "64Mi"
              },
              "requests": {
                "cpu": "10m",
                "memory": "64Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "repoServer": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "replicas": 1,
            "resources": {
              "limits": {
                "memory": "1Gi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "256Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          },
          "server": {
            "nodeSelector": {
              "slipway.dev/node-group": "system"
            },
            "replicas": 1,
            "resources": {
              "limits": {
                "memory": "128Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "128Mi"
              }
            },
            "tolerations": [
              {
                "effect": "NoSchedule",
                "key": "CriticalAddonsOnly",
                "operator": "Equal",
                "value": "true"
              }
            ]
          }
        }
      },
      "repoURL": "https://argoproj.github.io/argo-helm",
      "targetRevision": "9.4.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-gpu-device-plugin",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1",
      "slipway.dev/footprint": "{\"plugin\":{\"everyNode\":true,\"cpu\":\"50m\",\"memory\":\"64Mi\",\"memoryLimit\":\"128Mi\",\"nodeSelector\":{\"nvidia.com/gpu.present\":\"true\"}}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/kube-system/nvidia-device-plugin"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-device-plugin",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "chart": "nvidia-device-plugin",
      "helm": {
        "releaseName": "nvidia-device-plugin",
        "valuesObject": {
          "resources": {
            "limits": {
              "memory": "128Mi"
            },
            "requests": {
              "cpu": "50m",
              "memory": "64Mi"
            }
          }
        }
      },
      "repoURL": "https://nvidia.github.io/k8s-device-plugin",
      "targetRevision": "0.19.3"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-gpu-metrics",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "0",
      "slipway.dev/footprint": "{\"exporter\":{\"everyNode\":true,\"cpu\":\"100m\",\"memory\":\"256Mi\",\"memoryLimit\":\"512Mi\",\"nodeSelector\":{\"nvidia.com/gpu.present\":\"true\"}}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/kube-system/gpu-metrics"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "chart": "dcgm-exporter",
      "helm": {
        "releaseName": "gpu-metrics",
        "valuesObject": {
          "nodeSelector": {
            "nvidia.com/gpu.present": "true"
          },
          "resources": {
            "limits": {
              "memory": "512Mi"
            },
            "requests": {
              "cpu": "100m",
              "memory": "256Mi"
            }
          },
          "serviceMonitor": {
            "enabled": false
          },
          "tolerations": [
            {
              "effect": "NoSchedule",
              "key": "nvidia.com/gpu",
              "operator": "Exists"
            }
          ]
        }
      },
      "repoURL": "https://nvidia.github.io/dcgm-exporter/helm-charts",
      "targetRevision": "4.1.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o8', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-karpenter-definitions",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-3",
      "slipway.dev/footprint": "{}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them."
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "karpenter-definitions",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "chart": "karpenter-crd",
      "helm": {
        "releaseName": "karpenter-crd",
        "valuesObject": {
          "additionalAnnotations": {
            "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
          }
        }
      },
      "repoURL": "public.ecr.aws/karpenter",
      "targetRevision": "1.14.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o9', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-karpenter",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-2",
      "slipway.dev/footprint": "{\"controller\":{\"replicas\":2,\"cpu\":\"250m\",\"memory\":\"512Mi\",\"memoryLimit\":\"1Gi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/kube-system/karpenter"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "karpenter",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "chart": "karpenter",
      "helm": {
        "releaseName": "karpenter",
        "skipCrds": true,
        "valuesObject": {
          "controller": {
            "resources": {
              "limits": {
                "memory": "1Gi"
              },
              "requests": {
                "cpu": "250m",
                "memory": "512Mi"
              }
            }
          },
          "nodeSelector": {
            "slipway.dev/node-group": "system"
          },
          "replicas": 2,
          "settings": {
            "clusterName": "pingvas-shared-eks",
            "interruptionQueue": "pingvas-shared-karpenter-access"
          },
          "tolerations": [
            {
              "effect": "NoSchedule",
              "key": "CriticalAddonsOnly",
              "operator": "Equal",
              "value": "true"
            }
          ]
        }
      },
      "repoURL": "public.ecr.aws/karpenter",
      "targetRevision": "1.14.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o10', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-keda",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1",
      "slipway.dev/footprint": "{\"metrics-server\":{\"replicas\":2,\"cpu\":\"50m\",\"memory\":\"96Mi\",\"memoryLimit\":\"256Mi\"},\"operator\":{\"replicas\":2,\"cpu\":\"100m\",\"memory\":\"128Mi\",\"memoryLimit\":\"512Mi\"},\"webhooks\":{\"replicas\":2,\"cpu\":\"25m\",\"memory\":\"32Mi\",\"memoryLimit\":\"64Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/keda/keda-operator"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "keda",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "destination": {
      "namespace": "keda",
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "chart": "keda",
      "helm": {
        "releaseName": "keda",
        "valuesObject": {
          "crds": {
            "additionalAnnotations": {
              "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
            }
          },
          "metricsServer": {
            "replicaCount": 2
          },
          "operator": {
            "replicaCount": 2
          },
          "priorityClassName": "system-cluster-critical",
          "prometheus": {
            "operator": {
              "enabled": true,
              "port": 8080
            }
          },
          "resources": {
            "metricServer": {
              "limits": {
                "memory": "256Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "96Mi"
              }
            },
            "operator": {
              "limits": {
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "100m",
                "memory": "128Mi"
              }
            },
            "webhooks": {
              "limits": {
                "memory": "64Mi"
              },
              "requests": {
                "cpu": "25m",
                "memory": "32Mi"
              }
            }
          },
          "webhooks": {
            "replicaCount": 2
          }
        }
      },
      "repoURL": "https://kedacore.github.io/charts",
      "targetRevision": "2.21.0"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o11', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-load-balancer-controller",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1",
      "slipway.dev/footprint": "{\"controller\":{\"replicas\":2,\"cpu\":\"100m\",\"memory\":\"200Mi\",\"memoryLimit\":\"400Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/kube-system/aws-load-balancer-controller"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "load-balancer-controller",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "ignoreDifferences": [
      {
        "group": "",
        "jqPathExpressions": [
          ".data"
        ],
        "kind": "Secret",
        "name": "aws-load-balancer-tls"
      },
      {
        "group": "admissionregistration.k8s.io",
        "jqPathExpressions": [
          ".webhooks[].clientConfig.caBundle"
        ],
        "kind": "MutatingWebhookConfiguration",
        "name": "aws-load-balancer-webhook"
      },
      {
        "group": "admissionregistration.k8s.io",
        "jqPathExpressions": [
          ".webhooks[].clientConfig.caBundle"
        ],
        "kind": "ValidatingWebhookConfiguration",
        "name": "aws-load-balancer-webhook"
      }
    ],
    "project": "pingvas-shared",
    "source": {
      "chart": "aws-load-balancer-controller",
      "helm": {
        "releaseName": "aws-load-balancer-controller",
        "valuesObject": {
          "clusterName": "pingvas-shared-eks",
          "createIngressClassResource": false,
          "enableServiceMutatorWebhook": false,
          "enableShield": false,
          "enableWaf": false,
          "enableWafv2": false,
          "ingressClassParams": {
            "create": false
          },
          "region": "us-east-1",
          "replicaCount": 2,
          "resources": {
            "limits": {
              "memory": "400Mi"
            },
            "requests": {
              "cpu": "100m",
              "memory": "200Mi"
            }
          },
          "vpcId": "vpc-0000000000000e4a1"
        }
      },
      "repoURL": "https://aws.github.io/eks-charts",
      "targetRevision": "3.5.0"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true",
        "RespectIgnoreDifferences=true"
      ]
    }
  }
});
new ApiObject(chart, 'o12', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-monitoring",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "1"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/pingvas-shared-eks/shared-monitoring",
      "repoURL": "https://github.com/Pinksea-AI/InvokeAI",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o13', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-node-pools",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/pingvas-shared-eks/shared-node-pools",
      "repoURL": "https://github.com/Pinksea-AI/InvokeAI",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o14', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-pod-logs",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "0",
      "slipway.dev/footprint": "{\"fluent-bit\":{\"everyNode\":true,\"cpu\":\"50m\",\"memory\":\"96Mi\",\"memoryLimit\":\"256Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/kube-system/pod-logs"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pod-logs",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "destination": {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "chart": "fluent-bit",
      "helm": {
        "releaseName": "pod-logs",
        "valuesObject": {
          "config": {
            "filters": "[FILTER]\n    Name kubernetes\n    Match kube.*\n    Merge_Log On\n    Keep_Log Off\n    K8S-Logging.Parser On\n    K8S-Logging.Exclude On\n    Labels On\n    Annotations Off\n    Buffer_Size 0\n",
            "inputs": "[INPUT]\n    Name tail\n    Tag kube.*\n    Path /var/log/containers/*.log\n    multiline.parser docker, cri\n    DB /var/lib/fluent-bit/tail.db\n    Mem_Buf_Limit 16MB\n    Skip_Long_Lines On\n    Refresh_Interval 10\n    storage.type filesystem\n",
            "outputs": "[OUTPUT]\n    Name cloudwatch_logs\n    Match kube.*\n    region {{ .Values.target.region }}\n    log_group_name {{ .Values.target.logGroup }}\n    log_stream_prefix pods.\n    log_stream_template $kubernetes['namespace_name'].$kubernetes['pod_name'].$kubernetes['container_name']\n    auto_create_group Off\n    Retry_Limit 5\n\n[OUTPUT]\n    Name s3\n    Match kube.*\n    region {{ .Values.target.region }}\n    bucket {{ .Values.target.bucket }}\n    s3_key_format /pods/%Y/%m/%d/%H/$TAG-$UUID.gz\n    compression gzip\n    use_put_object On\n    total_file_size 50M\n    upload_timeout 5m\n    store_dir /var/lib/fluent-bit/s3\n    store_dir_limit_size 1G\n    Retry_Limit 5\n",
            "service": "[SERVICE]\n    Daemon Off\n    Flush 5\n    Log_Level warn\n    Parsers_File /fluent-bit/etc/parsers.conf\n    HTTP_Server On\n    HTTP_Listen 0.0.0.0\n    HTTP_Port 2020\n    Health_Check On\n    storage.path /var/lib/fluent-bit/buffer\n    storage.backlog.mem_limit 16M\n"
          },
          "extraVolumeMounts": [
            {
              "mountPath": "/var/lib/fluent-bit",
              "name": "state"
            }
          ],
          "extraVolumes": [
            {
              "hostPath": {
                "path": "/var/lib/fluent-bit",
                "type": "DirectoryOrCreate"
              },
              "name": "state"
            }
          ],
          "image": {
            "pullPolicy": "IfNotPresent",
            "tag": "4.0.3"
          },
          "priorityClassName": "system-node-critical",
          "resources": {
            "limits": {
              "memory": "256Mi"
            },
            "requests": {
              "cpu": "50m",
              "memory": "96Mi"
            }
          },
          "securityContext": {
            "allowPrivilegeEscalation": false,
            "capabilities": {
              "drop": [
                "ALL"
              ]
            },
            "readOnlyRootFilesystem": true
          },
          "serviceAccount": {
            "name": "pod-logs"
          },
          "target": {
            "bucket": "pingvas-logs-shared",
            "logGroup": "/pingvas/shared/pods",
            "region": "us-east-1"
          },
          "testFramework": {
            "enabled": false
          },
          "tolerations": [
            {
              "operator": "Exists"
            }
          ]
        }
      },
      "repoURL": "https://fluent.github.io/helm-charts",
      "targetRevision": "0.47.0"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o15', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-prod-schema",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/manifest-generate-paths": ".",
      "argocd.argoproj.io/sync-wave": "0"
    }
  },
  "spec": {
    "destination": {
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "directory": {
        "recurse": true
      },
      "path": "clusters/pingvas-shared-eks/shared-prod-schema",
      "repoURL": "https://github.com/Pinksea-AI/InvokeAI",
      "targetRevision": "main"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o16', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-prometheus",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "0",
      "slipway.dev/footprint": "{\"alertmanager\":{\"replicas\":2,\"cpu\":\"25m\",\"memory\":\"64Mi\",\"memoryLimit\":\"128Mi\"},\"grafana\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"256Mi\",\"memoryLimit\":\"512Mi\"},\"grafana-dashboards\":{\"replicas\":1,\"cpu\":\"10m\",\"memory\":\"96Mi\",\"memoryLimit\":\"192Mi\"},\"grafana-datasources\":{\"replicas\":1,\"cpu\":\"10m\",\"memory\":\"96Mi\",\"memoryLimit\":\"192Mi\"},\"kube-state-metrics\":{\"replicas\":1,\"cpu\":\"25m\",\"memory\":\"96Mi\",\"memoryLimit\":\"192Mi\"},\"node-exporter\":{\"everyNode\":true,\"cpu\":\"25m\",\"memory\":\"32Mi\",\"memoryLimit\":\"64Mi\"},\"operator\":{\"replicas\":1,\"cpu\":\"50m\",\"memory\":\"128Mi\",\"memoryLimit\":\"256Mi\"},\"prometheus\":{\"replicas\":1,\"cpu\":\"200m\",\"memory\":\"1Gi\",\"memoryLimit\":\"1536Mi\",\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"}}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/monitoring/prometheus"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "prometheus",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "destination": {
      "namespace": "monitoring",
      "server": "https://kubernetes.default.svc"
    },
    "ignoreDifferences": [
      {
        "group": "admissionregistration.k8s.io",
        "jqPathExpressions": [
          ".webhooks[].clientConfig.caBundle"
        ],
        "kind": "MutatingWebhookConfiguration"
      },
      {
        "group": "admissionregistration.k8s.io",
        "jqPathExpressions": [
          ".webhooks[].clientConfig.caBundle"
        ],
        "kind": "ValidatingWebhookConfiguration"
      }
    ],
    "project": "pingvas-shared",
    "source": {
      "chart": "kube-prometheus-stack",
      "helm": {
        "releaseName": "prometheus",
        "valuesObject": {
          "alertmanager": {
            "alertmanagerSpec": {
              "alertmanagerConfigMatcherStrategy": {
                "type": "None"
              },
              "podMetadata": {
                "labels": {
                  "slipway.dev/component": "prometheus"
                }
              },
              "priorityClassName": "system-cluster-critical",
              "replicas": 2,
              "resources": {
                "limits": {
                  "memory": "128Mi"
                },
                "requests": {
                  "cpu": "25m",
                  "memory": "64Mi"
                }
              },
              "storage": {
                "volumeClaimTemplate": {
                  "spec": {
                    "accessModes": [
                      "ReadWriteOnce"
                    ],
                    "resources": {
                      "requests": {
                        "storage": "1Gi"
                      }
                    },
                    "storageClassName": "prometheus"
                  }
                }
              }
            }
          },
          "defaultRules": {
            "create": false
          },
          "grafana": {
            "admin": {
              "existingSecret": "prometheus-grafana-login-grafana",
              "passwordKey": "password",
              "userKey": "username"
            },
            "defaultDashboardsEnabled": false,
            "podLabels": {
              "slipway.dev/component": "prometheus"
            },
            "resources": {
              "limits": {
                "memory": "512Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "256Mi"
              }
            },
            "sidecar": {
              "dashboards": {
                "enabled": true,
                "folderAnnotation": "grafana_folder",
                "label": "grafana_dashboard",
                "labelValue": "1",
                "provider": {
                  "foldersFromFilesStructure": true
                },
                "searchNamespace": "ALL"
              },
              "resources": {
                "limits": {
                  "memory": "192Mi"
                },
                "requests": {
                  "cpu": "10m",
                  "memory": "96Mi"
                }
              }
            },
            "testFramework": {
              "enabled": false
            }
          },
          "kube-state-metrics": {
            "customLabels": {
              "slipway.dev/component": "prometheus"
            },
            "resources": {
              "limits": {
                "memory": "192Mi"
              },
              "requests": {
                "cpu": "25m",
                "memory": "96Mi"
              }
            }
          },
          "kubeControllerManager": {
            "enabled": false
          },
          "kubeEtcd": {
            "enabled": false
          },
          "kubeProxy": {
            "enabled": false
          },
          "kubeScheduler": {
            "enabled": false
          },
          "kubeStateMetrics": {
            "enabled": true
          },
          "nodeExporter": {
            "enabled": true
          },
          "prometheus": {
            "prometheusSpec": {
              "evaluationInterval": "30s",
              "nodeSelector": {
                "slipway.dev/node-group": "system"
              },
              "podMetadata": {
                "labels": {
                  "slipway.dev/component": "prometheus"
                }
              },
              "podMonitorSelectorNilUsesHelmValues": false,
              "probeSelectorNilUsesHelmValues": false,
              "replicas": 1,
              "resources": {
                "limits": {
                  "memory": "1536Mi"
                },
                "requests": {
                  "cpu": "200m",
                  "memory": "1Gi"
                }
              },
              "retention": "15d",
              "retentionSize": "42GiB",
              "ruleSelectorNilUsesHelmValues": false,
              "scrapeConfigSelectorNilUsesHelmValues": false,
              "scrapeInterval": "15s",
              "serviceMonitorSelectorNilUsesHelmValues": false,
              "storageSpec": {
                "volumeClaimTemplate": {
                  "spec": {
                    "accessModes": [
                      "ReadWriteOnce"
                    ],
                    "resources": {
                      "requests": {
                        "storage": "50Gi"
                      }
                    },
                    "storageClassName": "prometheus"
                  }
                }
              },
              "tolerations": [
                {
                  "effect": "NoSchedule",
                  "key": "CriticalAddonsOnly",
                  "operator": "Equal",
                  "value": "true"
                }
              ],
              "walCompression": true
            }
          },
          "prometheus-node-exporter": {
            "namespaceOverride": "kube-system",
            "resources": {
              "limits": {
                "memory": "64Mi"
              },
              "requests": {
                "cpu": "25m",
                "memory": "32Mi"
              }
            }
          },
          "prometheusOperator": {
            "podLabels": {
              "slipway.dev/component": "prometheus"
            },
            "prometheusConfigReloader": {
              "resources": {
                "limits": {
                  "memory": "64Mi"
                },
                "requests": {
                  "cpu": "10m",
                  "memory": "32Mi"
                }
              }
            },
            "resources": {
              "limits": {
                "memory": "256Mi"
              },
              "requests": {
                "cpu": "50m",
                "memory": "128Mi"
              }
            }
          }
        }
      },
      "repoURL": "https://prometheus-community.github.io/helm-charts",
      "targetRevision": "77.11.1"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true",
        "RespectIgnoreDifferences=true"
      ]
    }
  }
});
new ApiObject(chart, 'o17', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "Application",
  "metadata": {
    "name": "shared-sealed-secrets",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1",
      "slipway.dev/footprint": "{\"controller\":{\"replicas\":1,\"cpu\":\"25m\",\"memory\":\"64Mi\",\"memoryLimit\":\"128Mi\"}}",
      "slipway.dev/opaque": "Argo CD renders the chart; its pods are counted as its footprint states them.",
      "slipway.dev/provides": "ServiceAccount/sealed-secrets/sealed-secrets-controller"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "sealed-secrets",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "destination": {
      "namespace": "sealed-secrets",
      "server": "https://kubernetes.default.svc"
    },
    "project": "pingvas-shared",
    "source": {
      "chart": "sealed-secrets",
      "helm": {
        "releaseName": "sealed-secrets",
        "valuesObject": {
          "containerSecurityContext": {
            "allowPrivilegeEscalation": false,
            "capabilities": {
              "drop": [
                "ALL"
              ]
            },
            "seccompProfile": {
              "type": "RuntimeDefault"
            }
          },
          "fullnameOverride": "sealed-secrets-controller",
          "keyrenewperiod": "720h",
          "priorityClassName": "system-cluster-critical",
          "resources": {
            "limits": {
              "memory": "128Mi"
            },
            "requests": {
              "cpu": "25m",
              "memory": "64Mi"
            }
          }
        }
      },
      "repoURL": "https://bitnami.github.io/sealed-secrets",
      "targetRevision": "2.19.3"
    },
    "syncPolicy": {
      "automated": {
        "allowEmpty": false,
        "prune": true,
        "selfHeal": true
      },
      "retry": {
        "backoff": {
          "duration": "15s",
          "factor": 2,
          "maxDuration": "5m"
        },
        "limit": 5
      },
      "syncOptions": [
        "CreateNamespace=false",
        "ServerSideApply=true",
        "PruneLast=true",
        "SkipDryRunOnMissingResource=true",
        "ApplyOutOfSyncOnly=true"
      ]
    }
  }
});
new ApiObject(chart, 'o18', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "ApplicationSet",
  "metadata": {
    "name": "pingvas-environments",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "1"
    }
  },
  "spec": {
    "generators": [
      {
        "matrix": {
          "generators": [
            {
              "list": {
                "elements": [
                  {
                    "automated": "true",
                    "environment": "dev",
                    "project": "pingvas-dev",
                    "revision": "develop"
                  },
                  {
                    "automated": "false",
                    "environment": "prod",
                    "project": "pingvas-prod",
                    "revision": "v1.0.0"
                  }
                ]
              }
            },
            {
              "list": {
                "elements": [
                  {
                    "app": "environment"
                  }
                ]
              }
            }
          ]
        }
      }
    ],
    "goTemplate": true,
    "goTemplateOptions": [
      "missingkey=error"
    ],
    "syncPolicy": {
      "applicationsSync": "sync",
      "preserveResourcesOnDeletion": true
    },
    "template": {
      "metadata": {
        "annotations": {
          "argocd.argoproj.io/manifest-generate-paths": "."
        },
        "name": "{{ .environment }}-{{ .app }}",
        "namespace": "argocd"
      },
      "spec": {
        "destination": {
          "server": "https://kubernetes.default.svc"
        },
        "project": "{{ .project }}",
        "source": {
          "directory": {
            "recurse": true
          },
          "path": "clusters/pingvas-shared-eks/{{ .environment }}-{{ .app }}",
          "repoURL": "https://github.com/Pinksea-AI/InvokeAI",
          "targetRevision": "{{ .revision }}"
        },
        "syncPolicy": {
          "retry": {
            "backoff": {
              "duration": "15s",
              "factor": 2,
              "maxDuration": "5m"
            },
            "limit": 5
          },
          "syncOptions": [
            "CreateNamespace=false",
            "ServerSideApply=true",
            "PruneLast=true",
            "SkipDryRunOnMissingResource=true",
            "ApplyOutOfSyncOnly=true"
          ]
        }
      }
    },
    "templatePatch": "{{- if eq .automated \"true\" }}\nspec:\n  syncPolicy:\n    automated:\n      prune: true\n      selfHeal: true\n      allowEmpty: false\n{{- end }}\n"
  }
});
new ApiObject(chart, 'o19', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "ApplicationSet",
  "metadata": {
    "name": "pingvas-services",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "1"
    }
  },
  "spec": {
    "generators": [
      {
        "matrix": {
          "generators": [
            {
              "list": {
                "elements": [
                  {
                    "automated": "true",
                    "environment": "dev",
                    "project": "pingvas-dev",
                    "revision": "develop"
                  },
                  {
                    "automated": "false",
                    "environment": "prod",
                    "project": "pingvas-prod",
                    "revision": "v1.0.0"
                  }
                ]
              }
            },
            {
              "list": {
                "elements": [
                  {
                    "app": "user-service"
                  },
                  {
                    "app": "payment-service"
                  },
                  {
                    "app": "generation-service"
                  },
                  {
                    "app": "gallery-service"
                  },
                  {
                    "app": "model-service"
                  }
                ]
              }
            }
          ]
        }
      }
    ],
    "goTemplate": true,
    "goTemplateOptions": [
      "missingkey=error"
    ],
    "syncPolicy": {
      "applicationsSync": "sync",
      "preserveResourcesOnDeletion": true
    },
    "template": {
      "metadata": {
        "annotations": {
          "argocd.argoproj.io/manifest-generate-paths": "."
        },
        "name": "{{ .environment }}-{{ .app }}",
        "namespace": "argocd"
      },
      "spec": {
        "destination": {
          "server": "https://kubernetes.default.svc"
        },
        "project": "{{ .project }}",
        "source": {
          "directory": {
            "recurse": true
          },
          "path": "clusters/pingvas-shared-eks/{{ .environment }}-{{ .app }}",
          "repoURL": "https://github.com/Pinksea-AI/InvokeAI",
          "targetRevision": "{{ .revision }}"
        },
        "syncPolicy": {
          "retry": {
            "backoff": {
              "duration": "15s",
              "factor": 2,
              "maxDuration": "5m"
            },
            "limit": 5
          },
          "syncOptions": [
            "CreateNamespace=false",
            "ServerSideApply=true",
            "PruneLast=true",
            "SkipDryRunOnMissingResource=true",
            "ApplyOutOfSyncOnly=true"
          ]
        }
      }
    },
    "templatePatch": "{{- if eq .automated \"true\" }}\nspec:\n  syncPolicy:\n    automated:\n      prune: true\n      selfHeal: true\n      allowEmpty: false\n{{- end }}\n"
  }
});
new ApiObject(chart, 'o20', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "ApplicationSet",
  "metadata": {
    "name": "pingvas-support",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "1"
    }
  },
  "spec": {
    "generators": [
      {
        "matrix": {
          "generators": [
            {
              "list": {
                "elements": [
                  {
                    "automated": "true",
                    "environment": "dev",
                    "project": "pingvas-dev",
                    "revision": "develop"
                  },
                  {
                    "automated": "false",
                    "environment": "prod",
                    "project": "pingvas-prod",
                    "revision": "v1.0.0"
                  }
                ]
              }
            },
            {
              "list": {
                "elements": [
                  {
                    "app": "generation-worker"
                  },
                  {
                    "app": "pgbouncer"
                  },
                  {
                    "app": "redis-metrics"
                  }
                ]
              }
            }
          ]
        }
      }
    ],
    "goTemplate": true,
    "goTemplateOptions": [
      "missingkey=error"
    ],
    "syncPolicy": {
      "applicationsSync": "sync",
      "preserveResourcesOnDeletion": true
    },
    "template": {
      "metadata": {
        "annotations": {
          "argocd.argoproj.io/manifest-generate-paths": "."
        },
        "name": "{{ .environment }}-{{ .app }}",
        "namespace": "argocd"
      },
      "spec": {
        "destination": {
          "server": "https://kubernetes.default.svc"
        },
        "project": "{{ .project }}",
        "source": {
          "directory": {
            "recurse": true
          },
          "path": "clusters/pingvas-shared-eks/{{ .environment }}-{{ .app }}",
          "repoURL": "https://github.com/Pinksea-AI/InvokeAI",
          "targetRevision": "{{ .revision }}"
        },
        "syncPolicy": {
          "retry": {
            "backoff": {
              "duration": "15s",
              "factor": 2,
              "maxDuration": "5m"
            },
            "limit": 5
          },
          "syncOptions": [
            "CreateNamespace=false",
            "ServerSideApply=true",
            "PruneLast=true",
            "SkipDryRunOnMissingResource=true",
            "ApplyOutOfSyncOnly=true"
          ]
        }
      }
    },
    "templatePatch": "{{- if eq .automated \"true\" }}\nspec:\n  syncPolicy:\n    automated:\n      prune: true\n      selfHeal: true\n      allowEmpty: false\n{{- end }}\n"
  }
});
new ApiObject(chart, 'o21', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "AppProject",
  "metadata": {
    "name": "pingvas-dev",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-3"
    }
  },
  "spec": {
    "description": "What dev of pingvas applies",
    "destinations": [
      {
        "namespace": "dev",
        "server": "https://kubernetes.default.svc"
      }
    ],
    "namespaceResourceBlacklist": [
      {
        "group": "external-secrets.io",
        "kind": "SecretStore"
      },
      {
        "group": "generators.external-secrets.io",
        "kind": "*"
      },
      {
        "group": "rbac.authorization.k8s.io",
        "kind": "Role"
      },
      {
        "group": "rbac.authorization.k8s.io",
        "kind": "RoleBinding"
      },
      {
        "group": "vpcresources.k8s.aws",
        "kind": "SecurityGroupPolicy"
      }
    ],
    "orphanedResources": {
      "warn": true
    },
    "sourceRepos": [
      "https://github.com/Pinksea-AI/InvokeAI"
    ]
  }
});
new ApiObject(chart, 'o22', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "AppProject",
  "metadata": {
    "name": "pingvas-prod",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-3"
    }
  },
  "spec": {
    "description": "What prod of pingvas applies",
    "destinations": [
      {
        "namespace": "prod",
        "server": "https://kubernetes.default.svc"
      }
    ],
    "namespaceResourceBlacklist": [
      {
        "group": "external-secrets.io",
        "kind": "SecretStore"
      },
      {
        "group": "generators.external-secrets.io",
        "kind": "*"
      },
      {
        "group": "rbac.authorization.k8s.io",
        "kind": "Role"
      },
      {
        "group": "rbac.authorization.k8s.io",
        "kind": "RoleBinding"
      },
      {
        "group": "vpcresources.k8s.aws",
        "kind": "SecurityGroupPolicy"
      }
    ],
    "orphanedResources": {
      "warn": true
    },
    "sourceRepos": [
      "https://github.com/Pinksea-AI/InvokeAI"
    ]
  }
});
new ApiObject(chart, 'o23', {
  "apiVersion": "argoproj.io/v1alpha1",
  "kind": "AppProject",
  "metadata": {
    "name": "pingvas-shared",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-3"
    }
  },
  "spec": {
    "clusterResourceWhitelist": [
      {
        "group": "*",
        "kind": "*"
      }
    ],
    "description": "What shared of pingvas applies",
    "destinations": [
      {
        "namespace": "*",
        "server": "https://kubernetes.default.svc"
      }
    ],
    "orphanedResources": {
      "warn": true
    },
    "sourceRepos": [
      "https://argoproj.github.io/argo-helm",
      "https://aws.github.io/eks-charts",
      "https://bitnami.github.io/sealed-secrets",
      "https://charts.external-secrets.io",
      "https://fluent.github.io/helm-charts",
      "https://github.com/Pinksea-AI/InvokeAI",
      "https://kedacore.github.io/charts",
      "https://nvidia.github.io/dcgm-exporter/helm-charts",
      "https://nvidia.github.io/k8s-device-plugin",
      "https://prometheus-community.github.io/helm-charts",
      "public.ecr.aws/karpenter"
    ]
  }
});
new ApiObject(chart, 'o24', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "gitops-server",
    "namespace": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          },
          {
            "port": 8081,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "argocd"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/part-of": "argocd"
              }
            }
          },
          {
            "ipBlock": {
              "cidr": "172.20.0.0/16"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "argocd"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/part-of": "argocd"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          },
          {
            "port": 8081,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/part-of": "argocd"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o25', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "SecretStore",
  "metadata": {
    "name": "database-secrets",
    "namespace": "database",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "database-secrets",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "provider": {
      "aws": {
        "region": "us-east-1",
        "role": "arn:aws:iam::111122223333:role/pingvas-shared-database-secrets",
        "service": "SecretsManager"
      }
    }
  }
});
new ApiObject(chart, 'o26', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "SecretStore",
  "metadata": {
    "name": "secrets",
    "namespace": "dev",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "1"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "secrets",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "provider": {
      "aws": {
        "region": "us-east-1",
        "role": "arn:aws:iam::111122223333:role/pingvas-dev-secrets",
        "service": "SecretsManager"
      }
    }
  }
});
new ApiObject(chart, 'o27', {
  "apiVersion": "vpcresources.k8s.aws/v1beta1",
  "kind": "SecurityGroupPolicy",
  "metadata": {
    "name": "pods",
    "namespace": "dev",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-2"
    }
  },
  "spec": {
    "podSelector": {},
    "securityGroups": {
      "groupIds": [
        "sg-0000000000000de50",
        "sg-00000000000000de1"
      ]
    }
  }
});
new ApiObject(chart, 'o28', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "external-secrets",
    "namespace": "external-secrets",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 10250,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "external-secrets"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o29', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "external-secrets",
    "namespace": "external-secrets",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-secrets",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 8080
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "external-secrets"
      }
    }
  }
});
new ApiObject(chart, 'o30', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "keda",
    "namespace": "keda",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6443,
            "protocol": "TCP"
          },
          {
            "port": 9666,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          },
          {
            "port": 9443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "keda"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/instance": "keda"
              }
            }
          },
          {
            "ipBlock": {
              "cidr": "172.20.0.0/16"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 6379,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.0.0/16"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 6443,
            "protocol": "TCP"
          },
          {
            "port": 9443,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "keda"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/instance": "keda"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 6443,
            "protocol": "TCP"
          },
          {
            "port": 9666,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          },
          {
            "port": 9443,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "keda"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o31', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "keda",
    "namespace": "keda",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "keda",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 8080
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "keda"
      }
    }
  }
});
new ApiObject(chart, 'o32', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "gpu-device-plugin",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "nvidia-device-plugin"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o33', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "gpu-metrics",
    "namespace": "kube-system"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 9400,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "gpu-metrics"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o34', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "karpenter",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "karpenter"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o35', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "load-balancer-controller",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 9443,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "aws-load-balancer-controller"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o36', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "pod-logs",
    "namespace": "kube-system"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 2020,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "pod-logs"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o37', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "gpu-metrics",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 9400
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "gpu-metrics"
      }
    }
  }
});
new ApiObject(chart, 'o38', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "karpenter",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "karpenter",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 8080
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "karpenter"
      }
    }
  }
});
new ApiObject(chart, 'o39', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "load-balancer-controller",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "load-balancer-controller",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 8080
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "aws-load-balancer-controller"
      }
    }
  }
});
new ApiObject(chart, 'o40', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "pod-logs",
    "namespace": "kube-system",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "pod-logs",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/api/v2/metrics/prometheus",
        "portNumber": 2020
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "pod-logs"
      }
    }
  }
});
new ApiObject(chart, 'o41', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "prometheus-grafana-login-grafana",
    "namespace": "monitoring"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/grafana",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/grafana",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "monitoring-secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "prometheus-grafana-login-grafana"
    }
  }
});
new ApiObject(chart, 'o42', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "aws-metrics",
    "namespace": "monitoring"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 80,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "169.254.170.23/32"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 9106,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app": "prometheus-cloudwatch-exporter",
        "release": "aws-metrics"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o43', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "prometheus",
    "namespace": "monitoring"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 9093,
            "protocol": "TCP"
          },
          {
            "port": 3000,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          },
          {
            "port": 9094,
            "protocol": "TCP"
          },
          {
            "port": 9094,
            "protocol": "UDP"
          },
          {
            "port": 9090,
            "protocol": "TCP"
          },
          {
            "port": 10250,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "slipway.dev/component": "prometheus"
              }
            }
          },
          {
            "ipBlock": {
              "cidr": "172.20.0.0/16"
            }
          }
        ]
      },
      {
        "ports": [
          {
            "endPort": 65535,
            "port": 1,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.0.0/16"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 10250,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "slipway.dev/component": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 9093,
            "protocol": "TCP"
          },
          {
            "port": 3000,
            "protocol": "TCP"
          },
          {
            "port": 8080,
            "protocol": "TCP"
          },
          {
            "port": 9094,
            "protocol": "TCP"
          },
          {
            "port": 9094,
            "protocol": "UDP"
          },
          {
            "port": 9090,
            "protocol": "TCP"
          },
          {
            "port": 10250,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "slipway.dev/component": "prometheus"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o44', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "aws-metrics",
    "namespace": "monitoring",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "aws-metrics",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "60s",
        "path": "/metrics",
        "portNumber": 9106
      }
    ],
    "selector": {
      "matchLabels": {
        "app": "prometheus-cloudwatch-exporter",
        "release": "aws-metrics"
      }
    }
  }
});
new ApiObject(chart, 'o45', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "SecretStore",
  "metadata": {
    "name": "monitoring-secrets",
    "namespace": "monitoring",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "monitoring-secrets",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "provider": {
      "aws": {
        "region": "us-east-1",
        "role": "arn:aws:iam::111122223333:role/pingvas-shared-monitoring-secrets",
        "service": "SecretsManager"
      }
    }
  }
});
new ApiObject(chart, 'o46', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "dev",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false",
      "argocd.argoproj.io/sync-wave": "-2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "dev",
      "app.kubernetes.io/part-of": "pingvas",
      "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o47', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "prod",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false",
      "argocd.argoproj.io/sync-wave": "-2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "prod",
      "app.kubernetes.io/part-of": "pingvas",
      "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o48', {
  "apiVersion": "v1",
  "kind": "PersistentVolume",
  "metadata": {
    "name": "pingvas-dev-model-volume",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-volume",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "accessModes": [
      "ReadWriteMany"
    ],
    "capacity": {
      "storage": "100Gi"
    },
    "claimRef": {
      "name": "model-volume",
      "namespace": "dev"
    },
    "csi": {
      "driver": "efs.csi.aws.com",
      "volumeHandle": "fs-00000000000000e0d"
    },
    "mountOptions": [
      "tls"
    ],
    "persistentVolumeReclaimPolicy": "Retain",
    "storageClassName": "",
    "volumeMode": "Filesystem"
  }
});
new ApiObject(chart, 'o49', {
  "apiVersion": "v1",
  "kind": "PersistentVolume",
  "metadata": {
    "name": "pingvas-prod-model-volume",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "model-volume",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "accessModes": [
      "ReadWriteMany"
    ],
    "capacity": {
      "storage": "100Gi"
    },
    "claimRef": {
      "name": "model-volume",
      "namespace": "prod"
    },
    "csi": {
      "driver": "efs.csi.aws.com",
      "volumeHandle": "fs-00000000000000e0d"
    },
    "mountOptions": [
      "tls"
    ],
    "persistentVolumeReclaimPolicy": "Retain",
    "storageClassName": "",
    "volumeMode": "Filesystem"
  }
});
new ApiObject(chart, 'o50', {
  "apiVersion": "scheduling.k8s.io/v1",
  "kind": "PriorityClass",
  "metadata": {
    "name": "dev-workloads",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-2"
    }
  },
  "description": "Workloads of namespace dev",
  "globalDefault": false,
  "preemptionPolicy": "PreemptLowerPriority",
  "value": 100000
});
new ApiObject(chart, 'o51', {
  "apiVersion": "scheduling.k8s.io/v1",
  "kind": "PriorityClass",
  "metadata": {
    "name": "prod-workloads",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-2"
    }
  },
  "description": "Workloads of namespace prod",
  "globalDefault": false,
  "preemptionPolicy": "PreemptLowerPriority",
  "value": 1000000
});
new ApiObject(chart, 'o52', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "SecretStore",
  "metadata": {
    "name": "secrets",
    "namespace": "prod",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "1"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "secrets",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "provider": {
      "aws": {
        "region": "us-east-1",
        "role": "arn:aws:iam::111122223333:role/pingvas-prod-secrets",
        "service": "SecretsManager"
      }
    }
  }
});
new ApiObject(chart, 'o53', {
  "apiVersion": "vpcresources.k8s.aws/v1beta1",
  "kind": "SecurityGroupPolicy",
  "metadata": {
    "name": "pods",
    "namespace": "prod",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-2"
    }
  },
  "spec": {
    "podSelector": {},
    "securityGroups": {
      "groupIds": [
        "sg-0000000000000de50",
        "sg-0000000000000ab0d"
      ]
    }
  }
});
new ApiObject(chart, 'o54', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "sealed-secrets",
    "namespace": "sealed-secrets",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-1"
    }
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "172.20.0.1/32"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      }
    ],
    "ingress": [
      {
        "from": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "monitoring"
              }
            },
            "podSelector": {
              "matchLabels": {
                "app.kubernetes.io/name": "prometheus"
              }
            }
          }
        ],
        "ports": [
          {
            "port": 8081,
            "protocol": "TCP"
          }
        ]
      },
      {
        "from": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ],
        "ports": [
          {
            "port": 8080,
            "protocol": "TCP"
          }
        ]
      }
    ],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "sealed-secrets"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o55', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PodMonitor",
  "metadata": {
    "name": "sealed-secrets",
    "namespace": "sealed-secrets",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "2"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "sealed-secrets",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "podMetricsEndpoints": [
      {
        "interval": "15s",
        "path": "/metrics",
        "portNumber": 8081
      }
    ],
    "selector": {
      "matchLabels": {
        "app.kubernetes.io/instance": "sealed-secrets"
      }
    }
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-shared-dev-schema", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "dev-schema",
    "namespace": "database",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "dev-schema",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "data": {
    "schema.sql": "SET LOCAL lock_timeout = '1min';\nSELECT pg_advisory_xact_lock(hashtext('slipway'));\nSELECT 'CREATE ROLE \"dev_pingvas\"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dev_pingvas') \\gexec\nALTER ROLE \"dev_pingvas\" LOGIN NOCREATEDB NOCREATEROLE;\n\\password \"dev_pingvas\"\nDO $$\nBEGIN\n  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'dev_pingvas' AND (rolsuper OR rolbypassrls)) THEN\n    RAISE EXCEPTION 'role dev_pingvas passes over row-level security';\n  END IF;\nEND\n$$;\nGRANT \"dev_pingvas\" TO CURRENT_USER;\nCREATE SCHEMA IF NOT EXISTS \"dev_pingvas\" AUTHORIZATION \"dev_pingvas\";\nALTER ROLE \"dev_pingvas\" SET search_path = \"dev_pingvas\", public;\nREVOKE ALL ON SCHEMA \"dev_pingvas\" FROM PUBLIC;\nREVOKE CREATE ON SCHEMA public FROM PUBLIC;\nGRANT CONNECT ON DATABASE :\"DBNAME\" TO \"dev_pingvas\";\nDO $$\nDECLARE protected record;\nBEGIN\n  FOR protected IN\n    SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace\n    WHERE nspname = 'dev_pingvas' AND relkind IN ('r', 'p')\n      AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'user_id' AND NOT attisdropped)\n  LOOP\n    EXECUTE format('DROP POLICY IF EXISTS own_rows ON \"dev_pingvas\".%I', protected.relname);\n    EXECUTE format('CREATE POLICY own_rows ON \"dev_pingvas\".%I USING (\"user_id\"::text = current_setting(''app.current_user_id'', true))', protected.relname);\n    EXECUTE format('ALTER TABLE \"dev_pingvas\".%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', protected.relname);\n  END LOOP;\nEND\n$$;\nCREATE SCHEMA IF NOT EXISTS slipway;\nREVOKE ALL ON SCHEMA slipway FROM PUBLIC;\nCREATE OR REPLACE FUNCTION slipway.\"dev_pingvas_own_rows\"() RETURNS event_trigger LANGUAGE plpgsql\n  SET search_path = pg_catalog SET client_min_messages = warning AS $$\nDECLARE protected record;\nBEGIN\n  FOR protected IN\n    SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace\n    WHERE nspname = 'dev_pingvas' AND relkind IN ('r', 'p')\n      AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'user_id' AND NOT attisdropped)\n      AND pg_class.oid IN (SELECT objid FROM pg_event_trigger_ddl_commands() WHERE classid = 'pg_class'::regclass)\n      AND NOT (relrowsecurity AND relforcerowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'own_rows'))\n  LOOP\n    EXECUTE format('DROP POLICY IF EXISTS own_rows ON \"dev_pingvas\".%I', protected.relname);\n    EXECUTE format('CREATE POLICY own_rows ON \"dev_pingvas\".%I USING (\"user_id\"::text = current_setting(''app.current_user_id'', true))', protected.relname);\n    EXECUTE format('ALTER TABLE \"dev_pingvas\".%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', protected.relname);\n  END LOOP;\nEND\n$$;\nDROP EVENT TRIGGER IF EXISTS \"dev_pingvas_own_rows\";\nCREATE EVENT TRIGGER \"dev_pingvas_own_rows\" ON ddl_command_end\n  WHEN TAG IN ('CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO', 'ALTER TABLE') EXECUTE FUNCTION slipway.\"dev_pingvas_own_rows\"();\n"
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "dev-schema-aurora-master",
    "namespace": "database"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!cluster-00000000-0000-4000-8000-000000000000-Ex4mpl",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!cluster-00000000-0000-4000-8000-000000000000-Ex4mpl",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "database-secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "dev-schema-aurora-master"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "dev-schema-dev-schema-login-login",
    "namespace": "database"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/dev-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "database-secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "dev-schema-dev-schema-login-login"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "batch/v1",
  "kind": "Job",
  "metadata": {
    "name": "dev-schema",
    "namespace": "database",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Force=true,Replace=true"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "dev-schema",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "backoffLimit": 20,
    "template": {
      "metadata": {
        "annotations": {
          "karpenter.sh/do-not-disrupt": "true",
          "slipway.dev/files-checksum": "552cef53e6298db7"
        },
        "labels": {
          "app.kubernetes.io/component": "job",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "dev-schema",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "command": [
              "sh",
              "-ec",
              "printf \"%s\\n%s\\n\" \"$ROLE_PASSWORD\" \"$ROLE_PASSWORD\" | psql --no-psqlrc --set ON_ERROR_STOP=1 --single-transaction --file /config/schema.sql"
            ],
            "env": [
              {
                "name": "DATABASE_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "DATABASE_HOST",
                "value": "pingvas-shared-aurora.cluster-cexample1234.us-east-1.rds.amazonaws.com"
              },
              {
                "name": "DATABASE_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "dev-schema-aurora-master"
                  }
                }
              },
              {
                "name": "DATABASE_PORT",
                "value": "5432"
              },
              {
                "name": "DATABASE_READER_HOST",
                "value": "pingvas-shared-aurora.cluster-ro-cexample1234.us-east-1.rds.amazonaws.com"
              },
              {
                "name": "DATABASE_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "dev-schema-aurora-master"
                  }
                }
              },
              {
                "name": "PGCONNECT_TIMEOUT",
                "value": "10"
              },
              {
                "name": "PGDATABASE",
                "value": "$(DATABASE_DATABASE)"
              },
              {
                "name": "PGHOST",
                "value": "$(DATABASE_HOST)"
              },
              {
                "name": "PGPASSWORD",
                "value": "$(DATABASE_PASSWORD)"
              },
              {
                "name": "PGPORT",
                "value": "$(DATABASE_PORT)"
              },
              {
                "name": "PGSSLMODE",
                "value": "require"
              },
              {
                "name": "PGUSER",
                "value": "$(DATABASE_USER)"
              },
              {
                "name": "ROLE_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "dev-schema-dev-schema-login-login"
                  }
                }
              },
              {
                "name": "ROLE_USERNAME",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "dev-schema-dev-schema-login-login"
                  }
                }
              }
            ],
            "image": "public.ecr.aws/docker/library/postgres:15.10-alpine",
            "imagePullPolicy": "IfNotPresent",
            "name": "dev-schema",
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "128Mi"
              },
              "requests": {
                "cpu": "100m",
                "ephemeral-storage": "1Gi",
                "memory": "128Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              },
              {
                "mountPath": "/config",
                "name": "config",
                "readOnly": true
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "restartPolicy": "Never",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "dev-schema",
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          },
          {
            "configMap": {
              "name": "dev-schema"
            },
            "name": "config"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "dev-schema",
    "namespace": "database"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 5432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "dev-schema",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "dev-schema",
    "namespace": "database",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "dev-schema",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-shared-environment", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "argocd"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "database"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "default-deny",
    "namespace": "database"
  },
  "spec": {
    "podSelector": {},
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "external-secrets"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "default-deny",
    "namespace": "external-secrets"
  },
  "spec": {
    "podSelector": {},
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "keda"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "default-deny",
    "namespace": "keda"
  },
  "spec": {
    "podSelector": {},
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "vpcresources.k8s.aws/v1beta1",
  "kind": "SecurityGroupPolicy",
  "metadata": {
    "name": "pods",
    "namespace": "keda",
    "annotations": {
      "argocd.argoproj.io/sync-wave": "-2"
    }
  },
  "spec": {
    "podSelector": {},
    "securityGroups": {
      "groupIds": [
        "sg-0000000000000c1a5",
        "sg-0000000000000de50",
        "sg-000000000000eda00"
      ]
    }
  }
});
new ApiObject(chart, 'o8', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "monitoring"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o9', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "argocd",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "argocd",
      "app.kubernetes.io/part-of": "pingvas",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "baseline",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o10', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "database",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "database",
      "app.kubernetes.io/part-of": "pingvas",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o11', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "external-secrets",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "external-secrets-namespace",
      "app.kubernetes.io/part-of": "pingvas",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o12', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "keda",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "keda-namespace",
      "app.kubernetes.io/part-of": "pingvas",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o13', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "monitoring",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "monitoring",
      "app.kubernetes.io/part-of": "pingvas",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "baseline",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o14', {
  "apiVersion": "v1",
  "kind": "Namespace",
  "metadata": {
    "name": "sealed-secrets",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "sealed-secrets-namespace",
      "app.kubernetes.io/part-of": "pingvas",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/warn": "restricted"
    }
  }
});
new ApiObject(chart, 'o15', {
  "apiVersion": "v1",
  "kind": "LimitRange",
  "metadata": {
    "name": "defaults",
    "namespace": "sealed-secrets"
  },
  "spec": {
    "limits": [
      {
        "default": {
          "memory": "128Mi"
        },
        "defaultRequest": {
          "cpu": "100m",
          "memory": "128Mi"
        },
        "type": "Container"
      }
    ]
  }
});
new ApiObject(chart, 'o16', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "default-deny",
    "namespace": "sealed-secrets"
  },
  "spec": {
    "podSelector": {},
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o17', {
  "apiVersion": "storage.k8s.io/v1",
  "kind": "StorageClass",
  "metadata": {
    "name": "prometheus"
  },
  "allowVolumeExpansion": true,
  "parameters": {
    "encrypted": "true",
    "type": "gp3"
  },
  "provisioner": "ebs.csi.aws.com",
  "reclaimPolicy": "Retain",
  "volumeBindingMode": "WaitForFirstConsumer"
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-shared-monitoring", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "monitoring.coreos.com/v1alpha1",
  "kind": "AlertmanagerConfig",
  "metadata": {
    "name": "alerts",
    "namespace": "monitoring",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "alerts",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "inhibitRules": [
      {
        "equal": [
          "alertname",
          "namespace"
        ],
        "sourceMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "critical"
          }
        ],
        "targetMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "warning"
          }
        ]
      },
      {
        "equal": [
          "alertname",
          "namespace"
        ],
        "sourceMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "critical"
          }
        ],
        "targetMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "info"
          }
        ]
      },
      {
        "equal": [
          "alertname",
          "namespace"
        ],
        "sourceMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "warning"
          }
        ],
        "targetMatch": [
          {
            "matchType": "=",
            "name": "severity",
            "value": "info"
          }
        ]
      }
    ],
    "receivers": [
      {
        "name": "nobody"
      },
      {
        "name": "on-call",
        "pagerdutyConfigs": [
          {
            "description": "{{ .CommonLabels.alertname }}: {{ .CommonAnnotations.summary }}",
            "routingKey": {
              "key": "routing_key",
              "name": "alerts-pagerduty-pagerduty"
            },
            "sendResolved": true,
            "severity": "{{ .CommonLabels.severity }}"
          }
        ]
      },
      {
        "name": "team",
        "slackConfigs": [
          {
            "apiURL": {
              "key": "url",
              "name": "alerts-slack-slack"
            },
            "channel": "#pingvas-alerts",
            "sendResolved": true,
            "text": "{{ range .Alerts }}{{ .Annotations.summary }} ({{ .Labels.namespace }}){{ if .Annotations.runbook_url }} {{ .Annotations.runbook_url }}{{ end }}\n{{ end }}",
            "title": "[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }}"
          }
        ]
      }
    ],
    "route": {
      "groupBy": [
        "alertname",
        "namespace"
      ],
      "receiver": "nobody",
      "routes": [
        {
          "groupInterval": "1m",
          "groupWait": "30s",
          "matchers": [
            {
              "matchType": "=",
              "name": "severity",
              "value": "critical"
            }
          ],
          "receiver": "on-call",
          "repeatInterval": "1h"
        },
        {
          "groupInterval": "5m",
          "groupWait": "30s",
          "matchers": [
            {
              "matchType": "=",
              "name": "severity",
              "value": "warning"
            }
          ],
          "receiver": "team",
          "repeatInterval": "4h"
        }
      ]
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "dashboard-business",
    "namespace": "monitoring",
    "annotations": {
      "grafana_folder": "pingvas"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "business",
      "app.kubernetes.io/part-of": "pingvas",
      "grafana_dashboard": "1"
    }
  },
  "data": {
    "business.json": "{\n  \"editable\": false,\n  \"graphTooltip\": 1,\n  \"panels\": [\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 0\n      },\n      \"id\": 1,\n      \"panels\": [],\n      \"title\": \"Customers\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 1\n      },\n      \"id\": 2,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (namespace) (increase(credits_consumed_total{namespace=~\\\"$namespace\\\"}[1h]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{namespace}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Credits consumed per hour\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 1\n      },\n      \"id\": 3,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"max by (namespace) (active_users{namespace=~\\\"$namespace\\\"})\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{namespace}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Active users\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 8,\n        \"x\": 0,\n        \"y\": 9\n      },\n      \"id\": 4,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"table\",\n          \"placement\": \"right\",\n          \"showLegend\": true,\n          \"values\": [\n            \"percent\",\n            \"value\"\n          ]\n        },\n        \"pieType\": \"donut\",\n        \"reduceOptions\": {\n          \"calcs\": [\n            \"lastNotNull\"\n          ],\n          \"fields\": \"\",\n          \"values\": false\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (tier) (max by (namespace, tier) (users_by_tier{namespace=~\\\"$namespace\\\"}))\",\n          \"format\": \"time_series\",\n          \"instant\": true,\n          \"legendFormat\": \"{{tier}}\",\n          \"range\": false,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Tier distribution\",\n      \"type\": \"piechart\"\n    },\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 17\n      },\n      \"id\": 5,\n      \"panels\": [],\n      \"title\": \"Generations\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"max\": 1,\n          \"min\": 0,\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"percentunit\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 18\n      },\n      \"id\": 6,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (namespace) (rate(generations_total{namespace=~\\\"$namespace\\\",status=\\\"succeeded\\\"}[15m])) / sum by (namespace) (rate(generations_total{namespace=~\\\"$namespace\\\"}[15m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{namespace}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Generation success rate\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 18\n      },\n      \"id\": 7,\n      \"options\": {\n        \"displayMode\": \"gradient\",\n        \"orientation\": \"horizontal\",\n        \"reduceOptions\": {\n          \"calcs\": [\n            \"lastNotNull\"\n          ],\n          \"fields\": \"\",\n          \"values\": false\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"topk(10, sum by (model) (increase(generations_total{namespace=~\\\"$namespace\\\"}[1d])))\",\n          \"format\": \"time_series\",\n          \"instant\": true,\n          \"legendFormat\": \"{{model}}\",\n          \"range\": false,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Popular models of the last day\",\n      \"type\": \"bargauge\"\n    },\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 26\n      },\n      \"id\": 8,\n      \"panels\": [],\n      \"title\": \"Revenue (Lemon Squeezy)\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"currencyUSD\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 6,\n        \"x\": 0,\n        \"y\": 27\n      },\n      \"id\": 9,\n      \"options\": {\n        \"colorMode\": \"value\",\n        \"graphMode\": \"area\",\n        \"reduceOptions\": {\n          \"calcs\": [\n            \"lastNotNull\"\n          ],\n          \"fields\": \"\",\n          \"values\": false\n        },\n        \"textMode\": \"auto\"\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum(increase(lemonsqueezy_revenue_dollars_total{namespace=~\\\"$namespace\\\"}[1d]))\",\n          \"format\": \"time_series\",\n          \"instant\": true,\n          \"legendFormat\": \"revenue\",\n          \"range\": false,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Revenue of the last day\",\n      \"type\": \"stat\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"currencyUSD\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 6,\n        \"x\": 6,\n        \"y\": 27\n      },\n      \"id\": 10,\n      \"options\": {\n        \"colorMode\": \"value\",\n        \"graphMode\": \"area\",\n        \"reduceOptions\": {\n          \"calcs\": [\n            \"lastNotNull\"\n          ],\n          \"fields\": \"\",\n          \"values\": false\n        },\n        \"textMode\": \"auto\"\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum(increase(lemonsqueezy_revenue_dollars_total{namespace=~\\\"$namespace\\\"}[15d]))\",\n          \"format\": \"time_series\",\n          \"instant\": true,\n          \"legendFormat\": \"revenue\",\n          \"range\": false,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Revenue of the last 15 days\",\n      \"type\": \"stat\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"currencyUSD\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 27\n      },\n      \"id\": 11,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (product) (increase(lemonsqueezy_revenue_dollars_total{namespace=~\\\"$namespace\\\"}[1d]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{product}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Revenue by product and day\",\n      \"type\": \"timeseries\"\n    }\n  ],\n  \"refresh\": \"5m\",\n  \"schemaVersion\": 39,\n  \"tags\": [\n    \"pingvas\",\n    \"shared\"\n  ],\n  \"templating\": {\n    \"list\": [\n      {\n        \"current\": {\n          \"text\": [\n            \"All\"\n          ],\n          \"value\": [\n            \"$__all\"\n          ]\n        },\n        \"datasource\": {\n          \"type\": \"prometheus\",\n          \"uid\": \"prometheus\"\n        },\n        \"definition\": \"label_values(credits_consumed_total, namespace)\",\n        \"includeAll\": true,\n        \"label\": \"Environment\",\n        \"multi\": true,\n        \"name\": \"namespace\",\n        \"query\": {\n          \"query\": \"label_values(credits_consumed_total, namespace)\",\n          \"refId\": \"namespace\"\n        },\n        \"refresh\": 2,\n        \"sort\": 1,\n        \"type\": \"query\"\n      }\n    ]\n  },\n  \"time\": {\n    \"from\": \"now-7d\",\n    \"to\": \"now\"\n  },\n  \"timezone\": \"utc\",\n  \"title\": \"Business\",\n  \"uid\": \"pingvas-shared-business\",\n  \"version\": 1\n}\n"
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "dashboard-generation",
    "namespace": "monitoring",
    "annotations": {
      "grafana_folder": "pingvas"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "generation",
      "app.kubernetes.io/part-of": "pingvas",
      "grafana_dashboard": "1"
    }
  },
  "data": {
    "generation.json": "{\n  \"editable\": false,\n  \"graphTooltip\": 1,\n  \"panels\": [\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 0\n      },\n      \"id\": 1,\n      \"panels\": [],\n      \"title\": \"Requests\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"reqps\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 1\n      },\n      \"id\": 2,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (namespace, service) (rate(http_requests_total{namespace=~\\\"$namespace\\\"}[5m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{namespace}} {{service}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Request rate\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"description\": \"Alert API5xxErrorRate (critical): > 0.05 for 3m\",\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"line\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              },\n              {\n                \"color\": \"red\",\n                \"value\": 0.05\n              }\n            ]\n          },\n          \"unit\": \"percentunit\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 1\n      },\n      \"id\": 3,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (namespace) (rate(http_requests_total{namespace=~\\\"$namespace\\\",status=~\\\"5..\\\"}[5m])) / sum by (namespace) (rate(http_requests_total{namespace=~\\\"$namespace\\\"}[5m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{namespace}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Share of requests that fail\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 9\n      },\n      \"id\": 4,\n      \"panels\": [],\n      \"title\": \"Duration\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"description\": \"Alert HighGenerationLatency (warning): > 60 for 5m\",\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"line\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              },\n              {\n                \"color\": \"orange\",\n                \"value\": 60\n              }\n            ]\n          },\n          \"unit\": \"s\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 10\n      },\n      \"id\": 5,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"histogram_quantile(0.50, sum by (le) (rate(generation_duration_seconds_bucket{namespace=~\\\"$namespace\\\"}[5m])))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"p50\",\n          \"range\": true,\n          \"refId\": \"A\"\n        },\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"histogram_quantile(0.95, sum by (le) (rate(generation_duration_seconds_bucket{namespace=~\\\"$namespace\\\"}[5m])))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"p95\",\n          \"range\": true,\n          \"refId\": \"B\"\n        },\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"histogram_quantile(0.99, sum by (le) (rate(generation_duration_seconds_bucket{namespace=~\\\"$namespace\\\"}[5m])))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"p99\",\n          \"range\": true,\n          \"refId\": \"C\"\n        }\n      ],\n      \"title\": \"Generation duration, p50, p95, p99\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"s\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 10\n      },\n      \"id\": 6,\n      \"options\": {\n        \"calculate\": false,\n        \"cellGap\": 1,\n        \"color\": {\n          \"mode\": \"scheme\",\n          \"scheme\": \"Oranges\",\n          \"steps\": 64\n        },\n        \"tooltip\": {\n          \"mode\": \"single\",\n          \"yHistogram\": true\n        },\n        \"yAxis\": {\n          \"axisPlacement\": \"left\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (le) (increase(generation_duration_seconds_bucket{namespace=~\\\"$namespace\\\"}[1m]))\",\n          \"format\": \"heatmap\",\n          \"instant\": false,\n          \"legendFormat\": \"{{le}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Distribution of durations\",\n      \"type\": \"heatmap\"\n    },\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 18\n      },\n      \"id\": 7,\n      \"panels\": [],\n      \"title\": \"Queue\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"description\": \"Alert HighQueueLength (warning): > 100 for 15m\",\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"line\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              },\n              {\n                \"color\": \"orange\",\n                \"value\": 100\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 19\n      },\n      \"id\": 8,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"max by (namespace) (redis_queue_length{namespace=~\\\"$namespace\\\"})\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{namespace}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Queue length\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"description\": \"Alert HighQueueLength (warning): > 100 for 15m\",\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"max\": 200,\n          \"min\": 0,\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              },\n              {\n                \"color\": \"orange\",\n                \"value\": 100\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 6,\n        \"x\": 12,\n        \"y\": 19\n      },\n      \"id\": 9,\n      \"options\": {\n        \"reduceOptions\": {\n          \"calcs\": [\n            \"lastNotNull\"\n          ],\n          \"fields\": \"\",\n          \"values\": false\n        },\n        \"showThresholdLabels\": true,\n        \"showThresholdMarkers\": true\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"max by (namespace) (redis_queue_length{namespace=~\\\"$namespace\\\"})\",\n          \"format\": \"time_series\",\n          \"instant\": true,\n          \"legendFormat\": \"{{namespace}}\",\n          \"range\": false,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Queue length now\",\n      \"type\": \"gauge\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"description\": \"Alert HighGenerationLatency (warning): > 60 for 5m\",\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"max\": 120,\n          \"min\": 0,\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              },\n              {\n                \"color\": \"orange\",\n                \"value\": 60\n              }\n            ]\n          },\n          \"unit\": \"s\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 6,\n        \"x\": 18,\n        \"y\": 19\n      },\n      \"id\": 10,\n      \"options\": {\n        \"reduceOptions\": {\n          \"calcs\": [\n            \"lastNotNull\"\n          ],\n          \"fields\": \"\",\n          \"values\": false\n        },\n        \"showThresholdLabels\": true,\n        \"showThresholdMarkers\": true\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"histogram_quantile(0.99, sum by (namespace, le) (rate(generation_duration_seconds_bucket{namespace=~\\\"$namespace\\\"}[5m])))\",\n          \"format\": \"time_series\",\n          \"instant\": true,\n          \"legendFormat\": \"{{namespace}}\",\n          \"range\": false,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"P99 latency now\",\n      \"type\": \"gauge\"\n    }\n  ],\n  \"refresh\": \"30s\",\n  \"schemaVersion\": 39,\n  \"tags\": [\n    \"pingvas\",\n    \"shared\"\n  ],\n  \"templating\": {\n    \"list\": [\n      {\n        \"current\": {\n          \"text\": [\n            \"All\"\n          ],\n          \"value\": [\n            \"$__all\"\n          ]\n        },\n        \"datasource\": {\n          \"type\": \"prometheus\",\n          \"uid\": \"prometheus\"\n        },\n        \"definition\": \"label_values(redis_queue_length, namespace)\",\n        \"includeAll\": true,\n        \"label\": \"Environment\",\n        \"multi\": true,\n        \"name\": \"namespace\",\n        \"query\": {\n          \"query\": \"label_values(redis_queue_length, namespace)\",\n          \"refId\": \"namespace\"\n        },\n        \"refresh\": 2,\n        \"sort\": 1,\n        \"type\": \"query\"\n      }\n    ]\n  },\n  \"time\": {\n    \"from\": \"now-6h\",\n    \"to\": \"now\"\n  },\n  \"timezone\": \"utc\",\n  \"title\": \"Generation\",\n  \"uid\": \"pingvas-shared-generation\",\n  \"version\": 1\n}\n"
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "dashboard-gpu",
    "namespace": "monitoring",
    "annotations": {
      "grafana_folder": "pingvas"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu",
      "app.kubernetes.io/part-of": "pingvas",
      "grafana_dashboard": "1"
    }
  },
  "data": {
    "gpu.json": "{\n  \"editable\": false,\n  \"graphTooltip\": 1,\n  \"panels\": [\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 0\n      },\n      \"id\": 1,\n      \"panels\": [],\n      \"title\": \"GPUs\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"description\": \"Alert GPUUnderutilized (warning): < 50 for 30m\",\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"line\"\n            }\n          },\n          \"max\": 100,\n          \"min\": 0,\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"orange\",\n                \"value\": null\n              },\n              {\n                \"color\": \"green\",\n                \"value\": 50\n              }\n            ]\n          },\n          \"unit\": \"percent\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 1\n      },\n      \"id\": 2,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"avg by (Hostname, gpu) (DCGM_FI_DEV_GPU_UTIL)\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{Hostname}} {{gpu}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"GPU utilization\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"max\": 100,\n          \"min\": 0,\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"percent\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 1\n      },\n      \"id\": 3,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"100 * max by (Hostname, gpu) (DCGM_FI_DEV_FB_USED / (DCGM_FI_DEV_FB_USED + DCGM_FI_DEV_FB_FREE))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{Hostname}} {{gpu}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"GPU memory usage\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"description\": \"Alert GPUHighTemperature (warning): > 80 for 5m\",\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"line\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              },\n              {\n                \"color\": \"orange\",\n                \"value\": 80\n              }\n            ]\n          },\n          \"unit\": \"celsius\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 9\n      },\n      \"id\": 4,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"max by (Hostname, gpu) (DCGM_FI_DEV_GPU_TEMP)\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{Hostname}} {{gpu}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"GPU temperature\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 17\n      },\n      \"id\": 5,\n      \"panels\": [],\n      \"title\": \"Capacity\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 18\n      },\n      \"id\": 6,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (message_type) (increase(karpenter_interruption_received_messages_total[10m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{message_type}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Spot interruption events\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"s\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 18\n      },\n      \"id\": 7,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"max by (namespace) (kube_pod_status_scheduled_time{pod=~\\\"generation-worker-.*\\\"} - on (namespace, pod, uid) kube_pod_created{pod=~\\\"generation-worker-.*\\\"})\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{namespace}} longest\",\n          \"range\": true,\n          \"refId\": \"A\"\n        },\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"avg by (namespace) (kube_pod_status_scheduled_time{pod=~\\\"generation-worker-.*\\\"} - on (namespace, pod, uid) kube_pod_created{pod=~\\\"generation-worker-.*\\\"})\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{namespace}} mean\",\n          \"range\": true,\n          \"refId\": \"B\"\n        }\n      ],\n      \"title\": \"Worker pod scheduling latency\",\n      \"type\": \"timeseries\"\n    }\n  ],\n  \"refresh\": \"30s\",\n  \"schemaVersion\": 39,\n  \"tags\": [\n    \"pingvas\",\n    \"shared\"\n  ],\n  \"templating\": {\n    \"list\": []\n  },\n  \"time\": {\n    \"from\": \"now-6h\",\n    \"to\": \"now\"\n  },\n  \"timezone\": \"utc\",\n  \"title\": \"GPU\",\n  \"uid\": \"pingvas-shared-gpu\",\n  \"version\": 1\n}\n"
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "dashboard-infrastructure",
    "namespace": "monitoring",
    "annotations": {
      "grafana_folder": "pingvas"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "infrastructure",
      "app.kubernetes.io/part-of": "pingvas",
      "grafana_dashboard": "1"
    }
  },
  "data": {
    "infrastructure.json": "{\n  \"editable\": false,\n  \"graphTooltip\": 1,\n  \"panels\": [\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 0\n      },\n      \"id\": 1,\n      \"panels\": [],\n      \"title\": \"Nodes\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"description\": \"Alert NodeHighCPU (warning): > 90 for 5m\",\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"line\"\n            }\n          },\n          \"max\": 100,\n          \"min\": 0,\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              },\n              {\n                \"color\": \"orange\",\n                \"value\": 90\n              }\n            ]\n          },\n          \"unit\": \"percent\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 1\n      },\n      \"id\": 2,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\\\"idle\\\"}[5m])))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{instance}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"CPU per node\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"max\": 100,\n          \"min\": 0,\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"percent\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 1\n      },\n      \"id\": 3,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"100 * (1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{instance}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Memory per node\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"line\"\n            }\n          },\n          \"max\": 100,\n          \"min\": 0,\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              },\n              {\n                \"color\": \"yellow\",\n                \"value\": 80\n              }\n            ]\n          },\n          \"unit\": \"percent\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 9\n      },\n      \"id\": 4,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"100 * (1 - node_filesystem_avail_bytes{mountpoint=\\\"/\\\",fstype!=\\\"rootfs\\\"} / node_filesystem_size_bytes{mountpoint=\\\"/\\\",fstype!=\\\"rootfs\\\"})\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{instance}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Disk per node\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"Bps\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 9\n      },\n      \"id\": 5,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (instance) (rate(node_network_receive_bytes_total{device!~\\\"lo|eni.*|veth.*\\\"}[5m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{instance}} in\",\n          \"range\": true,\n          \"refId\": \"A\"\n        },\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"-sum by (instance) (rate(node_network_transmit_bytes_total{device!~\\\"lo|eni.*|veth.*\\\"}[5m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{instance}} out\",\n          \"range\": true,\n          \"refId\": \"B\"\n        }\n      ],\n      \"title\": \"Network per node\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 17\n      },\n      \"id\": 6,\n      \"panels\": [],\n      \"title\": \"Pods\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 30,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"normal\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 18\n      },\n      \"id\": 7,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (namespace, phase) (kube_pod_status_phase)\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{namespace}} {{phase}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Pod status\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"description\": \"Alert PodRestartCount (warning): > 5 for 10m\",\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"line\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              },\n              {\n                \"color\": \"orange\",\n                \"value\": 5\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 18\n      },\n      \"id\": 8,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (namespace, pod) (increase(kube_pod_container_status_restarts_total[1h])) > 0\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{namespace}} {{pod}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Restarts in the last hour\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"description\": \"Alert RDSHighCPU (critical): > 90 for 5m\",\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"line\"\n            }\n          },\n          \"max\": 100,\n          \"min\": 0,\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              },\n              {\n                \"color\": \"red\",\n                \"value\": 90\n              }\n            ]\n          },\n          \"unit\": \"percent\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 26\n      },\n      \"id\": 9,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"aws_rds_cpuutilization_average\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{dbcluster_identifier}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Database CPU\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"collapsed\": false,\n      \"gridPos\": {\n        \"h\": 1,\n        \"w\": 24,\n        \"x\": 0,\n        \"y\": 34\n      },\n      \"id\": 10,\n      \"panels\": [],\n      \"title\": \"Karpenter\",\n      \"type\": \"row\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 8,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"none\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 0,\n        \"y\": 35\n      },\n      \"id\": 11,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (nodepool) (increase(karpenter_nodeclaims_created_total[10m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{nodepool}} created\",\n          \"range\": true,\n          \"refId\": \"A\"\n        },\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (nodepool) (increase(karpenter_nodeclaims_terminated_total[10m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{nodepool}} ended\",\n          \"range\": true,\n          \"refId\": \"B\"\n        },\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"sum by (nodepool) (increase(karpenter_nodeclaims_disrupted_total[10m]))\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{nodepool}} disrupted\",\n          \"range\": true,\n          \"refId\": \"C\"\n        }\n      ],\n      \"title\": \"Provisioning events\",\n      \"type\": \"timeseries\"\n    },\n    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"prometheus\"\n      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"custom\": {\n            \"fillOpacity\": 30,\n            \"lineWidth\": 1,\n            \"showPoints\": \"never\",\n            \"stacking\": {\n              \"mode\": \"normal\"\n            },\n            \"thresholdsStyle\": {\n              \"mode\": \"off\"\n            }\n          },\n          \"thresholds\": {\n            \"mode\": \"absolute\",\n            \"steps\": [\n              {\n                \"color\": \"green\",\n                \"value\": null\n              }\n            ]\n          },\n          \"unit\": \"short\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n        \"w\": 12,\n        \"x\": 12,\n        \"y\": 35\n      },\n      \"id\": 12,\n      \"options\": {\n        \"legend\": {\n          \"displayMode\": \"list\",\n          \"placement\": \"bottom\",\n          \"showLegend\": true\n        },\n        \"tooltip\": {\n          \"mode\": \"multi\",\n          \"sort\": \"desc\"\n        }\n      },\n      \"targets\": [\n        {\n          \"datasource\": {\n            \"type\": \"prometheus\",\n            \"uid\": \"prometheus\"\n          },\n          \"expr\": \"count by (nodepool) (karpenter_nodes_allocatable{resource_type=\\\"cpu\\\"})\",\n          \"format\": \"time_series\",\n          \"instant\": false,\n          \"legendFormat\": \"{{nodepool}}\",\n          \"range\": true,\n          \"refId\": \"A\"\n        }\n      ],\n      \"title\": \"Nodes by pool\",\n      \"type\": \"timeseries\"\n    }\n  ],\n  \"refresh\": \"30s\",\n  \"schemaVersion\": 39,\n  \"tags\": [\n    \"pingvas\",\n    \"shared\"\n  ],\n  \"templating\": {\n    \"list\": []\n  },\n  \"time\": {\n    \"from\": \"now-6h\",\n    \"to\": \"now\"\n  },\n  \"timezone\": \"utc\",\n  \"title\": \"Infrastructure\",\n  \"uid\": \"pingvas-shared-infrastructure\",\n  \"version\": 1\n}\n"
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "alerts-pagerduty-pagerduty",
    "namespace": "monitoring"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/pagerduty",
          "property": "routing_key"
        },
        "secretKey": "routing_key"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "monitoring-secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "alerts-pagerduty-pagerduty"
    }
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "alerts-slack-slack",
    "namespace": "monitoring"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/slack",
          "property": "url"
        },
        "secretKey": "url"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "monitoring-secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "alerts-slack-slack"
    }
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "alerts",
    "namespace": "monitoring"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 443,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "0.0.0.0/0",
              "except": [
                "10.0.0.0/16"
              ]
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "alertmanager"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o8', {
  "apiVersion": "monitoring.coreos.com/v1",
  "kind": "PrometheusRule",
  "metadata": {
    "name": "rules",
    "namespace": "monitoring",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "rules",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "groups": [
      {
        "interval": "30s",
        "name": "critical",
        "rules": [
          {
            "alert": "API5xxErrorRate",
            "annotations": {
              "summary": "API 5xx error rate > 5%"
            },
            "expr": "sum by (namespace) (rate(http_requests_total{status=~\"5..\"}[5m])) / sum by (namespace) (rate(http_requests_total[5m])) > 0.05",
            "for": "3m",
            "labels": {
              "severity": "critical"
            }
          },
          {
            "alert": "RDSHighCPU",
            "annotations": {
              "summary": "RDS CPU > 90% for 5 minutes"
            },
            "expr": "aws_rds_cpuutilization_average > 90",
            "for": "5m",
            "labels": {
              "severity": "critical"
            }
          }
        ]
      },
      {
        "interval": "1m",
        "name": "warning",
        "rules": [
          {
            "alert": "GPUHighTemperature",
            "annotations": {
              "summary": "GPU temperature > 80°C"
            },
            "expr": "max by (Hostname, gpu) (DCGM_FI_DEV_GPU_TEMP) > 80",
            "for": "5m",
            "labels": {
              "severity": "warning"
            }
          },
          {
            "alert": "GPUUnderutilized",
            "annotations": {
              "summary": "GPU utilization < 50% (underutilization)"
            },
            "expr": "avg by (Hostname, gpu) (DCGM_FI_DEV_GPU_UTIL) < 50",
            "for": "30m",
            "labels": {
              "severity": "warning"
            }
          },
          {
            "alert": "HighGenerationLatency",
            "annotations": {
              "summary": "P99 generation latency > 60s"
            },
            "expr": "histogram_quantile(0.99, sum by (namespace, le) (rate(generation_duration_seconds_bucket[5m]))) > 60",
            "for": "5m",
            "labels": {
              "severity": "warning"
            }
          },
          {
            "alert": "HighQueueLength",
            "annotations": {
              "summary": "Generation queue length > 100"
            },
            "expr": "redis_queue_length > 100",
            "for": "15m",
            "labels": {
              "severity": "warning"
            }
          },
          {
            "alert": "NodeHighCPU",
            "annotations": {
              "summary": "Node CPU > 90%"
            },
            "expr": "100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\"}[5m]))) > 90",
            "for": "5m",
            "labels": {
              "severity": "warning"
            }
          },
          {
            "alert": "PodRestartCount",
            "annotations": {
              "summary": "Pod restart count > 5"
            },
            "expr": "sum by (namespace, pod, container) (increase(kube_pod_container_status_restarts_total[1h])) > 5",
            "for": "10m",
            "labels": {
              "severity": "warning"
            }
          }
        ]
      }
    ]
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-shared-node-pools", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "karpenter.k8s.aws/v1",
  "kind": "EC2NodeClass",
  "metadata": {
    "name": "general",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "general",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "amiSelectorTerms": [
      {
        "alias": "al2023@v20260903"
      }
    ],
    "blockDeviceMappings": [
      {
        "deviceName": "/dev/xvda",
        "ebs": {
          "deleteOnTermination": true,
          "encrypted": true,
          "volumeSize": "100Gi",
          "volumeType": "gp3"
        }
      }
    ],
    "instanceProfile": "pingvas-shared-karpenter-access-node",
    "metadataOptions": {
      "httpEndpoint": "enabled",
      "httpPutResponseHopLimit": 1,
      "httpTokens": "required"
    },
    "securityGroupSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "pingvas-shared-eks"
        }
      },
      {
        "tags": {
          "aws:eks:cluster-name": "pingvas-shared-eks"
        }
      }
    ],
    "subnetSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "pingvas-shared-main"
        }
      }
    ],
    "tags": {
      "Name": "pingvas-shared-eks-general",
      "cost-centre": "pingvas",
      "environment": "shared",
      "managed-by": "slipway",
      "owner": "platform",
      "recovery-point-objective": "60",
      "recovery-time-objective": "60",
      "system": "pingvas"
    }
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "karpenter.k8s.aws/v1",
  "kind": "EC2NodeClass",
  "metadata": {
    "name": "gpu-g4dn-2xlarge",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-g4dn-2xlarge",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "amiSelectorTerms": [
      {
        "alias": "al2023@v20260903"
      }
    ],
    "blockDeviceMappings": [
      {
        "deviceName": "/dev/xvda",
        "ebs": {
          "deleteOnTermination": true,
          "encrypted": true,
          "volumeSize": "100Gi",
          "volumeType": "gp3"
        }
      }
    ],
    "instanceProfile": "pingvas-shared-karpenter-access-node",
    "metadataOptions": {
      "httpEndpoint": "enabled",
      "httpPutResponseHopLimit": 1,
      "httpTokens": "required"
    },
    "securityGroupSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "pingvas-shared-eks"
        }
      },
      {
        "tags": {
          "aws:eks:cluster-name": "pingvas-shared-eks"
        }
      }
    ],
    "subnetSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "pingvas-shared-main"
        }
      }
    ],
    "tags": {
      "Name": "pingvas-shared-eks-gpu-g4dn-2xlarge",
      "cost-centre": "pingvas",
      "environment": "shared",
      "managed-by": "slipway",
      "owner": "platform",
      "recovery-point-objective": "60",
      "recovery-time-objective": "60",
      "system": "pingvas"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "karpenter.k8s.aws/v1",
  "kind": "EC2NodeClass",
  "metadata": {
    "name": "gpu-g4dn-xlarge",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-g4dn-xlarge",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "amiSelectorTerms": [
      {
        "alias": "al2023@v20260903"
      }
    ],
    "blockDeviceMappings": [
      {
        "deviceName": "/dev/xvda",
        "ebs": {
          "deleteOnTermination": true,
          "encrypted": true,
          "volumeSize": "100Gi",
          "volumeType": "gp3"
        }
      }
    ],
    "instanceProfile": "pingvas-shared-karpenter-access-node",
    "metadataOptions": {
      "httpEndpoint": "enabled",
      "httpPutResponseHopLimit": 1,
      "httpTokens": "required"
    },
    "securityGroupSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "pingvas-shared-eks"
        }
      },
      {
        "tags": {
          "aws:eks:cluster-name": "pingvas-shared-eks"
        }
      }
    ],
    "subnetSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "pingvas-shared-main"
        }
      }
    ],
    "tags": {
      "Name": "pingvas-shared-eks-gpu-g4dn-xlarge",
      "cost-centre": "pingvas",
      "environment": "shared",
      "managed-by": "slipway",
      "owner": "platform",
      "recovery-point-objective": "60",
      "recovery-time-objective": "60",
      "system": "pingvas"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "karpenter.k8s.aws/v1",
  "kind": "EC2NodeClass",
  "metadata": {
    "name": "gpu-g5-xlarge",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-g5-xlarge",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "amiSelectorTerms": [
      {
        "alias": "al2023@v20260903"
      }
    ],
    "blockDeviceMappings": [
      {
        "deviceName": "/dev/xvda",
        "ebs": {
          "deleteOnTermination": true,
          "encrypted": true,
          "volumeSize": "100Gi",
          "volumeType": "gp3"
        }
      }
    ],
    "instanceProfile": "pingvas-shared-karpenter-access-node",
    "metadataOptions": {
      "httpEndpoint": "enabled",
      "httpPutResponseHopLimit": 1,
      "httpTokens": "required"
    },
    "securityGroupSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "pingvas-shared-eks"
        }
      },
      {
        "tags": {
          "aws:eks:cluster-name": "pingvas-shared-eks"
        }
      }
    ],
    "subnetSelectorTerms": [
      {
        "tags": {
          "karpenter.sh/discovery": "pingvas-shared-main"
        }
      }
    ],
    "tags": {
      "Name": "pingvas-shared-eks-gpu-g5-xlarge",
      "cost-centre": "pingvas",
      "environment": "shared",
      "managed-by": "slipway",
      "owner": "platform",
      "recovery-point-objective": "60",
      "recovery-time-objective": "60",
      "system": "pingvas"
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "karpenter.sh/v1",
  "kind": "NodePool",
  "metadata": {
    "name": "general",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "general",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "disruption": {
      "budgets": [
        {
          "nodes": "10%"
        }
      ],
      "consolidateAfter": "300s",
      "consolidationPolicy": "WhenEmptyOrUnderutilized"
    },
    "limits": {
      "cpu": 64,
      "memory": "256Gi"
    },
    "template": {
      "metadata": {
        "labels": {}
      },
      "spec": {
        "expireAfter": "720h",
        "nodeClassRef": {
          "group": "karpenter.k8s.aws",
          "kind": "EC2NodeClass",
          "name": "general"
        },
        "requirements": [
          {
            "key": "node.kubernetes.io/instance-type",
            "operator": "In",
            "values": [
              "m5.large",
              "m5.xlarge"
            ]
          },
          {
            "key": "karpenter.sh/capacity-type",
            "operator": "In",
            "values": [
              "spot",
              "on-demand"
            ]
          }
        ],
        "terminationGracePeriod": "60m"
      }
    }
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "karpenter.sh/v1",
  "kind": "NodePool",
  "metadata": {
    "name": "gpu-g4dn-2xlarge",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-g4dn-2xlarge",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "disruption": {
      "budgets": [
        {
          "nodes": "10%"
        }
      ],
      "consolidateAfter": "300s",
      "consolidationPolicy": "WhenEmpty"
    },
    "limits": {
      "nvidia.com/gpu": 5
    },
    "template": {
      "metadata": {
        "labels": {
          "nvidia.com/gpu.present": "true"
        }
      },
      "spec": {
        "expireAfter": "168h",
        "nodeClassRef": {
          "group": "karpenter.k8s.aws",
          "kind": "EC2NodeClass",
          "name": "gpu-g4dn-2xlarge"
        },
        "requirements": [
          {
            "key": "node.kubernetes.io/instance-type",
            "operator": "In",
            "values": [
              "g4dn.2xlarge"
            ]
          },
          {
            "key": "karpenter.sh/capacity-type",
            "operator": "In",
            "values": [
              "spot"
            ]
          }
        ],
        "taints": [
          {
            "effect": "NoSchedule",
            "key": "nvidia.com/gpu",
            "value": "true"
          }
        ],
        "terminationGracePeriod": "60m"
      }
    }
  }
});
new ApiObject(chart, 'o6', {
  "apiVersion": "karpenter.sh/v1",
  "kind": "NodePool",
  "metadata": {
    "name": "gpu-g4dn-xlarge",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-g4dn-xlarge",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "disruption": {
      "budgets": [
        {
          "nodes": "10%"
        }
      ],
      "consolidateAfter": "300s",
      "consolidationPolicy": "WhenEmpty"
    },
    "limits": {
      "nvidia.com/gpu": 10
    },
    "template": {
      "metadata": {
        "labels": {
          "nvidia.com/gpu.present": "true"
        }
      },
      "spec": {
        "expireAfter": "168h",
        "nodeClassRef": {
          "group": "karpenter.k8s.aws",
          "kind": "EC2NodeClass",
          "name": "gpu-g4dn-xlarge"
        },
        "requirements": [
          {
            "key": "node.kubernetes.io/instance-type",
            "operator": "In",
            "values": [
              "g4dn.xlarge"
            ]
          },
          {
            "key": "karpenter.sh/capacity-type",
            "operator": "In",
            "values": [
              "spot"
            ]
          }
        ],
        "taints": [
          {
            "effect": "NoSchedule",
            "key": "nvidia.com/gpu",
            "value": "true"
          }
        ],
        "terminationGracePeriod": "60m"
      }
    }
  }
});
new ApiObject(chart, 'o7', {
  "apiVersion": "karpenter.sh/v1",
  "kind": "NodePool",
  "metadata": {
    "name": "gpu-g5-xlarge",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "gpu-g5-xlarge",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "disruption": {
      "budgets": [
        {
          "nodes": "10%"
        }
      ],
      "consolidateAfter": "300s",
      "consolidationPolicy": "WhenEmpty"
    },
    "limits": {
      "nvidia.com/gpu": 5
    },
    "template": {
      "metadata": {
        "labels": {
          "nvidia.com/gpu.present": "true"
        }
      },
      "spec": {
        "expireAfter": "168h",
        "nodeClassRef": {
          "group": "karpenter.k8s.aws",
          "kind": "EC2NodeClass",
          "name": "gpu-g5-xlarge"
        },
        "requirements": [
          {
            "key": "node.kubernetes.io/instance-type",
            "operator": "In",
            "values": [
              "g5.xlarge"
            ]
          },
          {
            "key": "karpenter.sh/capacity-type",
            "operator": "In",
            "values": [
              "spot"
            ]
          }
        ],
        "taints": [
          {
            "effect": "NoSchedule",
            "key": "nvidia.com/gpu",
            "value": "true"
          }
        ],
        "terminationGracePeriod": "60m"
      }
    }
  }
});
}
{
  const chart = new Chart(app, "pingvas-shared-eks-shared-prod-schema", { disableResourceNameHashes: true });
new ApiObject(chart, 'o0', {
  "apiVersion": "v1",
  "kind": "ConfigMap",
  "metadata": {
    "name": "prod-schema",
    "namespace": "database",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "prod-schema",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "data": {
    "schema.sql": "SET LOCAL lock_timeout = '1min';\nSELECT pg_advisory_xact_lock(hashtext('slipway'));\nSELECT 'CREATE ROLE \"prod_pingvas\"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'prod_pingvas') \\gexec\nALTER ROLE \"prod_pingvas\" LOGIN NOCREATEDB NOCREATEROLE;\n\\password \"prod_pingvas\"\nDO $$\nBEGIN\n  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'prod_pingvas' AND (rolsuper OR rolbypassrls)) THEN\n    RAISE EXCEPTION 'role prod_pingvas passes over row-level security';\n  END IF;\nEND\n$$;\nGRANT \"prod_pingvas\" TO CURRENT_USER;\nCREATE SCHEMA IF NOT EXISTS \"prod_pingvas\" AUTHORIZATION \"prod_pingvas\";\nALTER ROLE \"prod_pingvas\" SET search_path = \"prod_pingvas\", public;\nREVOKE ALL ON SCHEMA \"prod_pingvas\" FROM PUBLIC;\nREVOKE CREATE ON SCHEMA public FROM PUBLIC;\nGRANT CONNECT ON DATABASE :\"DBNAME\" TO \"prod_pingvas\";\nDO $$\nDECLARE protected record;\nBEGIN\n  FOR protected IN\n    SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace\n    WHERE nspname = 'prod_pingvas' AND relkind IN ('r', 'p')\n      AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'user_id' AND NOT attisdropped)\n  LOOP\n    EXECUTE format('DROP POLICY IF EXISTS own_rows ON \"prod_pingvas\".%I', protected.relname);\n    EXECUTE format('CREATE POLICY own_rows ON \"prod_pingvas\".%I USING (\"user_id\"::text = current_setting(''app.current_user_id'', true))', protected.relname);\n    EXECUTE format('ALTER TABLE \"prod_pingvas\".%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', protected.relname);\n  END LOOP;\nEND\n$$;\nCREATE SCHEMA IF NOT EXISTS slipway;\nREVOKE ALL ON SCHEMA slipway FROM PUBLIC;\nCREATE OR REPLACE FUNCTION slipway.\"prod_pingvas_own_rows\"() RETURNS event_trigger LANGUAGE plpgsql\n  SET search_path = pg_catalog SET client_min_messages = warning AS $$\nDECLARE protected record;\nBEGIN\n  FOR protected IN\n    SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace\n    WHERE nspname = 'prod_pingvas' AND relkind IN ('r', 'p')\n      AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'user_id' AND NOT attisdropped)\n      AND pg_class.oid IN (SELECT objid FROM pg_event_trigger_ddl_commands() WHERE classid = 'pg_class'::regclass)\n      AND NOT (relrowsecurity AND relforcerowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'own_rows'))\n  LOOP\n    EXECUTE format('DROP POLICY IF EXISTS own_rows ON \"prod_pingvas\".%I', protected.relname);\n    EXECUTE format('CREATE POLICY own_rows ON \"prod_pingvas\".%I USING (\"user_id\"::text = current_setting(''app.current_user_id'', true))', protected.relname);\n    EXECUTE format('ALTER TABLE \"prod_pingvas\".%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', protected.relname);\n  END LOOP;\nEND\n$$;\nDROP EVENT TRIGGER IF EXISTS \"prod_pingvas_own_rows\";\nCREATE EVENT TRIGGER \"prod_pingvas_own_rows\" ON ddl_command_end\n  WHEN TAG IN ('CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO', 'ALTER TABLE') EXECUTE FUNCTION slipway.\"prod_pingvas_own_rows\"();\n"
  }
});
new ApiObject(chart, 'o1', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "prod-schema-aurora-master",
    "namespace": "database"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!cluster-00000000-0000-4000-8000-000000000000-Ex4mpl",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!cluster-00000000-0000-4000-8000-000000000000-Ex4mpl",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "database-secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "prod-schema-aurora-master"
    }
  }
});
new ApiObject(chart, 'o2', {
  "apiVersion": "external-secrets.io/v1",
  "kind": "ExternalSecret",
  "metadata": {
    "name": "prod-schema-prod-schema-login-login",
    "namespace": "database"
  },
  "spec": {
    "data": [
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "username"
        },
        "secretKey": "username"
      },
      {
        "remoteRef": {
          "key": "pingvas/shared/prod-schema/login",
          "property": "password"
        },
        "secretKey": "password"
      }
    ],
    "refreshInterval": "1h",
    "secretStoreRef": {
      "kind": "SecretStore",
      "name": "database-secrets"
    },
    "target": {
      "creationPolicy": "Owner",
      "deletionPolicy": "Retain",
      "name": "prod-schema-prod-schema-login-login"
    }
  }
});
new ApiObject(chart, 'o3', {
  "apiVersion": "batch/v1",
  "kind": "Job",
  "metadata": {
    "name": "prod-schema",
    "namespace": "database",
    "annotations": {
      "argocd.argoproj.io/sync-options": "Force=true,Replace=true"
    },
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "prod-schema",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "spec": {
    "backoffLimit": 20,
    "template": {
      "metadata": {
        "annotations": {
          "karpenter.sh/do-not-disrupt": "true",
          "slipway.dev/files-checksum": "b6c93cb499732425"
        },
        "labels": {
          "app.kubernetes.io/component": "job",
          "app.kubernetes.io/managed-by": "slipway",
          "app.kubernetes.io/name": "prod-schema",
          "app.kubernetes.io/part-of": "pingvas"
        }
      },
      "spec": {
        "automountServiceAccountToken": false,
        "containers": [
          {
            "command": [
              "sh",
              "-ec",
              "printf \"%s\\n%s\\n\" \"$ROLE_PASSWORD\" \"$ROLE_PASSWORD\" | psql --no-psqlrc --set ON_ERROR_STOP=1 --single-transaction --file /config/schema.sql"
            ],
            "env": [
              {
                "name": "DATABASE_DATABASE",
                "value": "pingvas"
              },
              {
                "name": "DATABASE_HOST",
                "value": "pingvas-shared-aurora.cluster-cexample1234.us-east-1.rds.amazonaws.com"
              },
              {
                "name": "DATABASE_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "prod-schema-aurora-master"
                  }
                }
              },
              {
                "name": "DATABASE_PORT",
                "value": "5432"
              },
              {
                "name": "DATABASE_READER_HOST",
                "value": "pingvas-shared-aurora.cluster-ro-cexample1234.us-east-1.rds.amazonaws.com"
              },
              {
                "name": "DATABASE_USER",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "prod-schema-aurora-master"
                  }
                }
              },
              {
                "name": "PGCONNECT_TIMEOUT",
                "value": "10"
              },
              {
                "name": "PGDATABASE",
                "value": "$(DATABASE_DATABASE)"
              },
              {
                "name": "PGHOST",
                "value": "$(DATABASE_HOST)"
              },
              {
                "name": "PGPASSWORD",
                "value": "$(DATABASE_PASSWORD)"
              },
              {
                "name": "PGPORT",
                "value": "$(DATABASE_PORT)"
              },
              {
                "name": "PGSSLMODE",
                "value": "require"
              },
              {
                "name": "PGUSER",
                "value": "$(DATABASE_USER)"
              },
              {
                "name": "ROLE_PASSWORD",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "password",
                    "name": "prod-schema-prod-schema-login-login"
                  }
                }
              },
              {
                "name": "ROLE_USERNAME",
                "valueFrom": {
                  "secretKeyRef": {
                    "key": "username",
                    "name": "prod-schema-prod-schema-login-login"
                  }
                }
              }
            ],
            "image": "public.ecr.aws/docker/library/postgres:15.10-alpine",
            "imagePullPolicy": "IfNotPresent",
            "name": "prod-schema",
            "resources": {
              "limits": {
                "ephemeral-storage": "1Gi",
                "memory": "128Mi"
              },
              "requests": {
                "cpu": "100m",
                "ephemeral-storage": "1Gi",
                "memory": "128Mi"
              }
            },
            "securityContext": {
              "allowPrivilegeEscalation": false,
              "capabilities": {
                "drop": [
                  "ALL"
                ]
              },
              "readOnlyRootFilesystem": true,
              "runAsNonRoot": true
            },
            "volumeMounts": [
              {
                "mountPath": "/tmp",
                "name": "tmp"
              },
              {
                "mountPath": "/config",
                "name": "config",
                "readOnly": true
              }
            ]
          }
        ],
        "enableServiceLinks": false,
        "restartPolicy": "Never",
        "securityContext": {
          "fsGroup": 10001,
          "fsGroupChangePolicy": "OnRootMismatch",
          "runAsGroup": 10001,
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "seccompProfile": {
            "type": "RuntimeDefault"
          }
        },
        "serviceAccountName": "prod-schema",
        "volumes": [
          {
            "emptyDir": {},
            "name": "tmp"
          },
          {
            "configMap": {
              "name": "prod-schema"
            },
            "name": "config"
          }
        ]
      }
    }
  }
});
new ApiObject(chart, 'o4', {
  "apiVersion": "networking.k8s.io/v1",
  "kind": "NetworkPolicy",
  "metadata": {
    "name": "prod-schema",
    "namespace": "database"
  },
  "spec": {
    "egress": [
      {
        "ports": [
          {
            "port": 53,
            "protocol": "UDP"
          },
          {
            "port": 53,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "namespaceSelector": {
              "matchLabels": {
                "kubernetes.io/metadata.name": "kube-system"
              }
            },
            "podSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns"
              }
            }
          }
        ]
      },
      {
        "ports": [
          {
            "port": 5432,
            "protocol": "TCP"
          }
        ],
        "to": [
          {
            "ipBlock": {
              "cidr": "10.0.11.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.12.0/24"
            }
          },
          {
            "ipBlock": {
              "cidr": "10.0.13.0/24"
            }
          }
        ]
      }
    ],
    "ingress": [],
    "podSelector": {
      "matchLabels": {
        "app.kubernetes.io/name": "prod-schema",
        "app.kubernetes.io/part-of": "pingvas"
      }
    },
    "policyTypes": [
      "Ingress",
      "Egress"
    ]
  }
});
new ApiObject(chart, 'o5', {
  "apiVersion": "v1",
  "kind": "ServiceAccount",
  "metadata": {
    "name": "prod-schema",
    "namespace": "database",
    "labels": {
      "app.kubernetes.io/managed-by": "slipway",
      "app.kubernetes.io/name": "prod-schema",
      "app.kubernetes.io/part-of": "pingvas"
    }
  },
  "automountServiceAccountToken": false
});
}
app.synth();
